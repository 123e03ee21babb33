import { count, number } from "../words";

/** A problem in a text of rules: line from 1, columns from 0 in UTF-16 units. */
export interface RuleProblem {
  line: number;
  from: number;
  to: number;
  message: string;
  hint?: string;
}

const MOST_SHOWN = 100;

interface RuleProblemsProps {
  text: string;
  rules: number;
  problems: readonly RuleProblem[];
  onGoTo: (problem: RuleProblem) => void;
}

const summary = (text: string, rules: number, problems: readonly RuleProblem[]): string => {
  if (!text.trim()) return "No rules yet.";
  const working = `${count(rules, "rule")} ${rules === 1 ? "works" : "work"}.`;
  const wrong = new Set(problems.map(({ line }) => line)).size;
  if (wrong === 0) return working;
  return `${working} ${count(wrong, "line")} cannot be read and ${wrong === 1 ? "is" : "are"} left out.`;
};

/** How many rules work, and each line that does not; its link goes to the place. */
export const RuleProblems = ({ text, rules, problems, onGoTo }: RuleProblemsProps) => (
  <div class="rule-problems">
    <p id="rules-summary" role="status">
      {summary(text, rules, problems)}
    </p>
    {problems.length > 0 && (
      <ul aria-label="Lines that cannot be read">
        {problems.slice(0, MOST_SHOWN).map((problem, at) => (
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
          </li>
        ))}
        {problems.length > MOST_SHOWN && <li>And {number(problems.length - MOST_SHOWN)} more.</li>}
      </ul>
    )}
  </div>
);
