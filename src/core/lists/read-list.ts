import { MAX_PROBLEMS } from "../rules/limits";
import { parseList } from "../rules/parse";
import type { Problem } from "../vocab/rule";
import type { ParsedList } from "../vocab/rule-list";
import { keyOf } from "./identity";

/** A line `- rule`: takes that rule out of what this list includes. */
export interface Removal {
  key: string;
  /** The rule, as written after the minus. */
  text: string;
  /** 1-based. */
  line: number;
}

/** A list with the lines that only lists have. */
export interface ReadList extends ParsedList {
  removals: Removal[];
}

const REMOVAL = /^\s*-\s+(?=\S)/u;

/** Read a list: rules, header and includes by the rule language, and removals. Never throws. */
export const readList = (text: string): ReadList => {
  const parsed = parseList(text);
  const marked = new Map<number, { prefix: number; rest: string }>();
  parsed.lines.forEach((line, at) => {
    // Rules never begin so; the test of one letter keeps long lists fast.
    const prefix = line.includes("-") ? REMOVAL.exec(line)?.[0].length : undefined;
    if (prefix !== undefined) marked.set(at + 1, { prefix, rest: line.slice(prefix) });
  });
  if (marked.size === 0) return { ...parsed, removals: [] };
  const numbers = [...marked.keys()];
  const inner = parseList([...marked.values()].map(({ rest }) => rest).join("\n"));
  const shifted = ({ line, from, to, ...rest }: Problem): Problem => {
    const number = numbers[line - 1] ?? 0;
    const prefix = marked.get(number)?.prefix ?? 0;
    return { ...rest, line: number, from: from + prefix, to: to + prefix };
  };
  const outside = (problem: Problem): boolean => !marked.has(problem.line);
  const own = new Set(inner.rules.map(({ line }) => line));
  const nothing: Problem[] = numbers
    .filter((_, at) => !own.has(at + 1) && !inner.problems.some(({ line }) => line === at + 1))
    .map((line) => {
      const { prefix, rest } = marked.get(line) ?? { prefix: 0, rest: "" };
      return {
        line,
        from: prefix,
        to: prefix + rest.length,
        message: "After - stands the rule that is to be taken out.",
      };
    });
  return {
    ...parsed,
    rules: parsed.rules.filter(({ line }) => !marked.has(line)),
    problems: [...parsed.problems.filter(outside), ...inner.problems.map(shifted), ...nothing]
      .sort((a, b) => a.line - b.line || a.from - b.from)
      .slice(0, MAX_PROBLEMS),
    warnings: parsed.warnings.filter(outside),
    removals: inner.rules.map((rule) => ({
      key: keyOf(rule),
      text: rule.text,
      line: numbers[rule.line - 1] ?? 0,
    })),
  };
};
