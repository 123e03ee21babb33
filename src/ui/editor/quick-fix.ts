import { withoutInvisible } from "../../core/match/characters";
import { parseRules } from "../../core/rules/parse";
import type { Problem, Span } from "../../core/vocab/rule";

/** A change of one line that mends a problem: columns, and what is written there instead. */
export interface Fix extends Span {
  insert: string;
  /** What a button that does it says. */
  label: string;
}

const FIELD_HEAD = /^-?\p{L}[\p{L}\p{N}-]*(?::|>=|<=|>|<)/u;

const replace = (span: Span, insert: string): Fix => ({
  from: span.from,
  to: span.to,
  insert,
  label: insert === "" ? "Leave it out" : `Write ${insert.trim()}`,
});

const insertAt = (at: number, insert: string, label: string): Fix => ({ from: at, to: at, insert, label });

/** A word and the space behind it, where there is one before it, too. */
const withSpace = (line: string, { from, to }: Span): Span =>
  /\s/u.test(line[from - 1] ?? "") ? { from, to: gapAt(line, to).to } : { from, to };

/** White space that starts at a column. */
const gapAt = (line: string, at: number): Span => ({
  from: at,
  to: at + (/^\s*/u.exec(line.slice(at))?.[0].length ?? 0),
});

const close = (line: string, { from, to }: Span, mark: string): Fix => {
  const end = mark === ")" ? (/^(?:(?!\s;).)*/su.exec(line.slice(from))?.[0].length ?? 0) + from : to;
  return insertAt(line.slice(0, end).trimEnd().length, mark, `Add ${mark}`);
};

/** What the hint says to write, as a change. Hints are sentences for people; those that name no change give none. */
const candidate = (line: string, problem: Problem): Fix | null => {
  const { hint = "", message } = problem;
  const slice = line.slice(problem.from, problem.to);
  const meant = /^Did you mean (\S+)\?$/u.exec(hint)?.[1];
  if (meant !== undefined) {
    const head = FIELD_HEAD.exec(slice)?.[0];
    if (/[:<>=]$/.test(meant) && head !== undefined)
      return replace({ from: problem.from, to: problem.from + head.length }, meant);
    return replace(problem, meant);
  }
  const written =
    /^Write (?!it right behind)(\S.*)\.$/u.exec(hint)?.[1] ??
    /^To look for a link, write (\S+)$/u.exec(hint)?.[1] ??
    /^To look for these words, write them in quotes: (".*")\.$/u.exec(hint)?.[1];
  if (written !== undefined && FIELD_HEAD.test(slice)) return replace(problem, written);
  const stuck = /^Put a space behind (\S+)$/u.exec(hint)?.[1];
  if (stuck !== undefined) return insertAt(line.search(/\S/u) + stuck.length, " ", "Add the space");
  const mark = /^Add (\S) where it ends\./u.exec(hint)?.[1];
  if (mark !== undefined) return close(line, problem, mark);
  if (/^Write it right behind, without a space/u.test(hint) || /^Leave out the space/u.test(hint)) {
    const gap = gapAt(line, problem.to);
    return gap.to > gap.from ? { ...gap, insert: "", label: "Leave out the space" } : null;
  }
  if (/^Leave it out\b/u.test(hint) || /^A space already means AND/u.test(hint)) {
    return replace(withSpace(line, problem), "");
  }
  if (/cannot be seen/u.test(message))
    return { ...replace(problem, withoutInvisible(slice)), label: "Delete what cannot be seen" };
  return null;
};

const troubles = (line: string): number => {
  const { problems, warnings } = parseRules(line);
  return problems.length * 100 + warnings.length;
};

export const fixed = (line: string, { from, to, insert }: Fix): string =>
  line.slice(0, from) + insert + line.slice(to);

/** The change that a problem's hint stands for, if there is one and the line is better for it. */
export const fixFor = (line: string, problem: Problem): Fix | null => {
  const fix = candidate(line, problem);
  return fix && troubles(fixed(line, fix)) < troubles(line) ? fix : null;
};
