import { useMemo } from "preact/hooks";

import type { Problem } from "../../core/vocab/rule";
import { count, number } from "../words";
import type { ParsedText } from "./parsed";
import { fixFor } from "./quick-fix";

const MOST_SHOWN = 100;

interface RuleProblemsProps {
  parsed: ParsedText;
  onGoTo: (problem: Problem) => void;
  onMend: (problem: Problem) => void;
}

const summary = ({ text, rules, problems }: ParsedText): string => {
  if (!text.trim()) return "No rules yet.";
  const working = `${count(rules.length, "rule")} ${rules.length === 1 ? "works" : "work"}.`;
  const wrong = new Set(problems.map(({ line }) => line)).size;
  if (wrong === 0) return working;
  return `${working} ${count(wrong, "line")} cannot be read and ${wrong === 1 ? "is" : "are"} left out.`;
};

interface ProblemListProps extends Omit<RuleProblemsProps, "parsed"> {
  name: string;
  problems: readonly Problem[];
  lines: readonly string[];
}

const ProblemList = ({ name, problems, lines, onGoTo, onMend }: ProblemListProps) => {
  const shown = useMemo(
    () =>
      problems
        .slice(0, MOST_SHOWN)
        .map((problem) => ({ problem, fix: fixFor(lines[problem.line - 1] ?? "", problem) })),
    [problems, lines],
  );
  if (problems.length === 0) return null;
  return (
    <ul aria-label={name}>
      {shown.map(({ problem, fix }, at) => (
        <li key={at}>
          <a
            href="#rules"
            onClick={(event) => {
              event.preventDefault();
              onGoTo(problem);
            }}
          >
            Line {number(problem.line)}
          </a>
          : {problem.message}
          {problem.hint && <span class="hint"> {problem.hint}</span>}
          {fix && (
            <>
              {" "}
              <button
                type="button"
                class="link"
                aria-label={`${fix.label}, line ${number(problem.line)}`}
                onClick={() => onMend(problem)}
              >
                {fix.label}
              </button>
            </>
          )}
        </li>
      ))}
      {problems.length > MOST_SHOWN && <li>And {number(problems.length - MOST_SHOWN)} more.</li>}
    </ul>
  );
};

/** How many rules work, and each line that does not; its link goes to the place. */
export const RuleProblems = ({ parsed, ...rest }: RuleProblemsProps) => (
  <div class="rule-problems">
    <p id="rules-summary" role="status">
      {summary(parsed)}
    </p>
    <ProblemList name="Lines that cannot be read" problems={parsed.problems} lines={parsed.lines} {...rest} />
    {parsed.warnings.length > 0 && (
      <div class="rule-warnings">
        <p>These lines work, but perhaps not as you meant:</p>
        <ProblemList
          name="Lines to look at again"
          problems={parsed.warnings}
          lines={parsed.lines}
          {...rest}
        />
      </div>
    )}
  </div>
);
