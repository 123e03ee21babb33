import { invisibleAt } from "../match/characters";
import { type Action, ACTIONS } from "../vocab/action";
import type { Rule } from "../vocab/rule";
import { type Complaint, nameOf } from "./complaint";
import { MAX_LINE } from "./limits";
import { nearest } from "./nearest";
import { parseNote } from "./note";
import { type Budget, parseQuery } from "./query";

/** What a line's first word and colon are, in columns. */
export const HEAD = /^(\s*)([^\s:"!;]{1,40}):(?=\s|$)/u;

export type Line =
  | { kind: "blank" }
  /** Starts with `!`: a header, or words to people. */
  | { kind: "comment" }
  | { kind: "include"; address: string; from: number; to: number }
  | { kind: "rule"; rule: Rule; warnings: Complaint[] }
  | { kind: "wrong"; complaints: Complaint[] };

const EXPECTED = `Start with ${ACTIONS.map((action) => `${action}:`).join(", ")}. A comment starts with !.`;

const noAction = (line: string, head: RegExpExecArray | null): Complaint => {
  const found = head?.[2];
  const from = line.length - line.trimStart().length;
  if (found === undefined) {
    return {
      from,
      to: line.trimEnd().length,
      message: "A rule starts with what is to be done, a colon and a space.",
      hint: () => {
        const stuck = /^\s*([a-z]+):\S/iu.exec(line)?.[1]?.toLowerCase();
        const known = ACTIONS.find((action) => action === stuck);
        return known ? `Put a space behind ${known}:` : EXPECTED;
      },
    };
  }
  return {
    from,
    to: head?.[0].length ?? line.length,
    message: `There is no action “${found}”.`,
    hint: () => {
      const near = nearest(found.toLowerCase(), [...ACTIONS, "include"]);
      return near ? `Did you mean ${near}:?` : EXPECTED;
    },
  };
};

/** What cannot be seen makes a line look other than it is read. */
const unseen = (line: string): Complaint[] => {
  const at = invisibleAt(line);
  if (at === -1) return [];
  const char = String.fromCodePoint(line.codePointAt(at) ?? 0);
  // Pictures are made with joiners and selectors; nobody hides anything by them.
  if (/[\u200D\uFE0E\uFE0F\u{E0020}-\u{E007F}]/u.test(char) && /\p{Extended_Pictographic}/u.test(line))
    return [];
  return [
    {
      from: at,
      to: at + char.length,
      message: `This line holds a character that cannot be seen (${nameOf(char)}).`,
      hint: "It is left out when words are compared. Delete it, or read the line twice.",
    },
  ];
};

/** Read one line by itself. Never throws; linear in the line. */
export const parseLine = (line: string, number: number, budget: Budget): Line => {
  const first = line.search(/\S/u);
  if (first === -1) return { kind: "blank" };
  if (line[first] === "!") return { kind: "comment" };
  if (line.length > MAX_LINE) {
    const message = `This line is longer than ${MAX_LINE} characters.`;
    return {
      kind: "wrong",
      complaints: [{ from: 0, to: MAX_LINE, message, hint: "Split it into several rules." }],
    };
  }
  const head = HEAD.exec(line);
  const word = head?.[2]?.toLowerCase();
  if (word === "include" && head) {
    const address = line.slice(head[0].length).trim();
    return { kind: "include", address, from: head[0].length, to: line.trimEnd().length };
  }
  const action: Action | undefined = ACTIONS.find((known) => known === word);
  if (!head || !action) return { kind: "wrong", complaints: [noAction(line, head)] };
  const { query, complaints, warnings, note: noteAt } = parseQuery(line, head[0].length, budget);
  if (!query) return { kind: "wrong", complaints };
  const rule: Rule = { action, query, line: number, text: line.trim() };
  if (noteAt < line.length) {
    const read = parseNote(line, noteAt);
    if (read.note) rule.note = read.note;
    warnings.push(...read.warnings);
  }
  warnings.push(...unseen(line));
  return { kind: "rule", rule, warnings };
};

/** A rule from its own text, known to parse; null if it does not. */
export const readRule = (text: string, line: number): Rule | null => {
  const read = parseLine(text, line, { regexes: null });
  return read.kind === "rule" ? read.rule : null;
};
