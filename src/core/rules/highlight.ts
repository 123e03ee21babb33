import type { Span } from "../vocab/rule";
import { HEAD } from "./line";
import { MAX_LINE } from "./limits";
import { scan } from "./scan";

export const STRETCHES = [
  "action",
  "field",
  "value",
  "word",
  "phrase",
  "regex",
  "or",
  "not",
  "paren",
  "note",
  "comment",
  "error",
] as const;

/** A stretch of a line and what it is, for an editor's colours. */
export interface Stretch extends Span {
  kind: (typeof STRETCHES)[number];
}

const KINDS = {
  open: "paren",
  close: "paren",
  or: "or",
  not: "not",
  field: "field",
  regex: "regex",
  error: "error",
} as const;

/**
 * One line in coloured stretches, in order and without overlap, from the same tokens as the parser's.
 * No state passes from line to line, so an editor scans again only the lines that changed.
 */
export const highlight = (line: string): Stretch[] => {
  const first = line.search(/\S/u);
  if (first === -1) return [];
  if (line[first] === "!") return [{ from: first, to: line.length, kind: "comment" }];
  if (line.length > MAX_LINE) return [{ from: 0, to: line.length, kind: "error" }];
  const head = HEAD.exec(line);
  if (!head) return [{ from: first, to: line.trimEnd().length, kind: "error" }];
  const { tokens, note } = scan(line, head[0].length);
  const stretches: Stretch[] = [{ from: head[1]?.length ?? 0, to: head[0].length, kind: "action" }];
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const value = before?.kind === "field" && before.to === token.from;
    const kind =
      token.kind === "word" ? (value ? "value" : token.quoted ? "phrase" : "word") : KINDS[token.kind];
    stretches.push({ from: token.from, to: token.to, kind });
  });
  if (note < line.length) stretches.push({ from: note, to: line.length, kind: "note" });
  return stretches;
};
