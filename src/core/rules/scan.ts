import type { Span } from "../vocab/rule";

/** A word, a "phrase" or a field with its value, before it is understood. Columns are those of the whole line. */
export interface Token extends Span {
  not: boolean;
  /** The field's name in lower case and its operator, if the token has one. */
  field?: { name: string; operator: ":" | ">" | "<" | ">=" | "<=" };
  /** Value or word, unquoted. */
  value: string;
  quoted: boolean;
  valueFrom: number;
}

export interface ScanError extends Span {
  message: string;
  hint?: string;
}

const QUOTES: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“", "«": "»" };
const isSpace = (char: string | undefined): boolean => char !== undefined && /\s/u.test(char);

/** The end of the quoted phrase that starts at `at`, or -1. A backslash keeps the quote mark that follows. */
const closing = (line: string, at: number, mark: string): number => {
  for (let i = at + 1; i < line.length; i += 1) {
    if (line[i] === "\\") i += 1;
    else if (line[i] === mark) return i;
  }
  return -1;
};

const FIELD = /^([\p{L}][\p{L}\p{N}-]*)(:|>=|<=|>|<)/u;

/**
 * Split the query of a line, from column `from` up to `to`, into tokens. Never throws; an unclosed
 * quote is an error, everything before it stands.
 */
export const scan = (line: string, from: number, to: number): { tokens: Token[]; errors: ScanError[] } => {
  const tokens: Token[] = [];
  const errors: ScanError[] = [];
  let at = from;
  while (at < to) {
    if (isSpace(line[at])) {
      at += 1;
      continue;
    }
    const start = at;
    const not = line[at] === "-" && at + 1 < to && !isSpace(line[at + 1]);
    if (not) at += 1;
    // A field's name is short: looking at a bounded piece keeps a 10 MB line linear.
    const match = FIELD.exec(line.slice(at, Math.min(to, at + 40)));
    let field: Token["field"];
    if (match?.[1] && match[2]) {
      field = { name: match[1].toLowerCase(), operator: match[2] as ":" };
      at += match[0].length;
    }
    const valueFrom = at;
    const mark = QUOTES[line[at] ?? ""];
    if (mark !== undefined && at < to) {
      const end = closing(line, at, mark);
      if (end === -1 || end >= to) {
        errors.push({
          from: at,
          to,
          message: "This phrase is not closed.",
          hint: `Add ${mark} where it ends.`,
        });
        return { tokens, errors };
      }
      const value = line.slice(at + 1, end).replace(/\\(.)/gsu, "$1");
      at = end + 1;
      tokens.push({ from: start, to: at, not, ...(field && { field }), value, quoted: true, valueFrom });
      continue;
    }
    while (at < to && !isSpace(line[at])) at += 1;
    tokens.push({
      from: start,
      to: at,
      not,
      ...(field && { field }),
      value: line.slice(valueFrom, at),
      quoted: false,
      valueFrom,
    });
  }
  return { tokens, errors };
};
