import { ACTIONS, type Action } from "../vocab/action";
import type { Problem, Rule, Term } from "../vocab/rule";
import { understand } from "./fields";
import { nearest } from "./nearest";
import { scan } from "./scan";

/** Longest line that is read, in UTF-16 units. */
export const MAX_LINE = 2_000;

export interface ParsedRules {
  rules: Rule[];
  problems: Problem[];
}

const HEAD = /^(\s*)([^\s:"]{1,40}):(?=\s|$)/u;

/** Where the note starts (` ; ` outside quotes), or the end of the line. */
const noteAt = (line: string): number => {
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const char = line[i];
    if (char === "\\") i += 1;
    else if (char === '"') quoted = !quoted;
    else if (char === ";" && !quoted && (i === 0 || /\s/u.test(line[i - 1] ?? " "))) return i;
  }
  return line.length;
};

/** One line, or nothing for an empty line or a comment (which starts with `!`). */
const parseLine = (line: string, number: number): { rule?: Rule; problems: Problem[] } => {
  const text = line.trim();
  if (text === "" || text.startsWith("!")) return { problems: [] };
  const problem = (from: number, to: number, message: string, hint?: string): Problem => ({
    line: number,
    from,
    to,
    message,
    ...(hint !== undefined && { hint }),
  });
  if (line.length > MAX_LINE) {
    return { problems: [problem(0, MAX_LINE, `This line is longer than ${MAX_LINE} characters.`)] };
  }
  const head = HEAD.exec(line);
  const word = head?.[2]?.toLowerCase();
  const known: readonly string[] = ACTIONS;
  if (!head || word === undefined || !known.includes(word)) {
    const start = line.length - line.trimStart().length;
    const near = word === undefined ? undefined : nearest(word, ACTIONS);
    const found = head?.[2];
    return {
      problems: [
        problem(
          start,
          head ? head[0].length : line.trimEnd().length,
          found === undefined
            ? "A rule starts with what is to be done, a colon and a space."
            : `There is no action “${found}”.`,
          near
            ? `Did you mean ${near}:?`
            : `Start with ${ACTIONS.map((action) => `${action}:`).join(", ")}. A comment starts with !.`,
        ),
      ],
    };
  }
  const end = noteAt(line);
  const { tokens, errors } = scan(line, head[0].length, end);
  const problems = errors.map(({ from, to, message, hint }) => problem(from, to, message, hint));
  const terms: Term[] = [];
  for (const token of tokens) {
    const understood = understand(token);
    if (understood.ok) terms.push({ ...understood.condition, not: token.not });
    else problems.push(problem(token.from, token.to, understood.message, understood.hint));
  }
  if (problems.length === 0 && terms.length === 0) {
    problems.push(
      problem(
        head[0].length - 1,
        line.length,
        "This rule names nothing.",
        'Add a word, a "phrase" or from:@name.',
      ),
    );
  }
  if (problems.length > 0) return { problems };
  const note = line.slice(end + 1).trim();
  return {
    rule: { action: word as Action, terms, ...(note !== "" && { note }), line: number, text },
    problems: [],
  };
};

/**
 * Parse the user's rules, one a line: `action: terms ; note`. Tolerant: a line with a problem is
 * left out and named, its neighbours stand. Never throws; linear in the text.
 */
export const parseRules = (text: string): ParsedRules => {
  const parsed: ParsedRules = { rules: [], problems: [] };
  text.split(/\r\n|\r|\n/u).forEach((line, index) => {
    const { rule, problems } = parseLine(index === 0 ? line.replace(/^\uFEFF/, "") : line, index + 1);
    if (rule) parsed.rules.push(rule);
    parsed.problems.push(...problems);
  });
  return parsed;
};
