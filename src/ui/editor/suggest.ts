import { FIELDS } from "../../core/rules/fields";
import { HEAD } from "../../core/rules/line";
import { scan, type Token } from "../../core/rules/scan";
import { SITES } from "../../core/sites";
import { ACTIONS } from "../../core/vocab/action";
import { MARKS } from "../../core/vocab/post";
import { PARTS } from "../../core/vocab/rule";
import { SURFACES } from "../../core/vocab/surface";
import { ACTION_HELP, FIELD_HELP, MARK_HELP, PART_HELP, PLACE_HELP } from "./words";

export interface Suggestion {
  label: string;
  help: string;
  kind: "action" | "field" | "value";
  /** What is written, where it is not the label itself. */
  insert?: string;
}

export interface Suggestions {
  /** Column from which the suggestion takes the place of what is written. */
  from: number;
  options: Suggestion[];
}

const actions = ACTIONS.map((action): Suggestion => ({
  label: `${action}:`,
  help: ACTION_HELP[action],
  kind: "action",
  insert: `${action}: `,
}));

const fields = [...FIELDS].map(([name, { operators }]): Suggestion => ({
  label: `${name}${operators[0] ?? ":"}`,
  help: FIELD_HELP[name] ?? "",
  kind: "field",
}));

const or: Suggestion = { label: "OR", help: "one or the other", kind: "value", insert: "OR " };

const notes: Suggestion[] = [
  { label: "reason:", help: "why", kind: "field", insert: "reason: " },
  { label: "seen:", help: "a date, such as 2026-11-02", kind: "field", insert: "seen: " },
  { label: "until:", help: "the last day on which it works", kind: "field", insert: "until: " },
];

const values = <T extends string>(words: readonly T[], help: Readonly<Record<T, string>>): Suggestion[] =>
  words.map((label) => ({ label, help: help[label], kind: "value" }));

const plain = (...pairs: [string, string][]): Suggestion[] =>
  pairs.map(([label, help]) => ({ label, help, kind: "value" }));

const VALUES: Readonly<Record<string, readonly Suggestion[]>> = {
  is: values(MARKS, MARK_HELP),
  in: values(SURFACES, PLACE_HELP),
  has: values(PARTS, PART_HELP),
  site: SITES.flatMap(({ id, name, hosts }) =>
    plain(
      [id, name],
      ...hosts.filter((host) => !host.startsWith("*")).map((host): [string, string] => [host, name]),
    ),
  ),
  lang: plain(
    ["en", "English"],
    ["es", "Spanish"],
    ["de", "German"],
    ["fr", "French"],
    ["ja", "Japanese"],
    ["pt", "Portuguese"],
  ),
  ai: plain(["95%", "finds more"], ["99%", "1 in 100 human posts"], ["99.9%", "1 in 1,000 human posts"]),
  "author-ai": plain(["90%", "finds more"], ["99%", "careful"]),
  age: plain(["1h", "an hour"], ["1d", "a day"], ["1w", "a week"], ["1y", "a year"]),
};

const begins = (options: readonly Suggestion[], typed: string): Suggestion[] => {
  const lower = typed.toLowerCase();
  return options.filter(({ label }) => label.toLowerCase().startsWith(lower) && label !== typed);
};

const answer = (from: number, options: Suggestion[]): Suggestions | null =>
  options.length === 0 ? null : { from, options };

const inQuery = (tokens: readonly Token[], column: number, asked: boolean): Suggestions | null => {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (!last || last.to < column || ["open", "not", "or"].includes(last.kind))
    return asked || last?.kind === "not" ? answer(column, [...fields, ...(last ? [or] : [])]) : null;
  if (last.kind === "field") return answer(last.to, [...(VALUES[last.name] ?? [])]);
  if (last.kind !== "word" || last.quoted) return null;
  const field = before?.kind === "field" && before.to === last.from ? before : null;
  if (field) return answer(last.from, begins(VALUES[field.name] ?? [], last.value));
  return answer(last.from, begins([...fields, or], last.value));
};

/**
 * What could be written at a column of a line.
 * @param asked the person asked for it, rather than just typing
 */
export const suggest = (line: string, column: number, asked: boolean): Suggestions | null => {
  const typed = line.slice(0, column);
  const start = /^\s*(\S*)$/u.exec(typed);
  if (start) {
    const word = start[1] ?? "";
    if (word === "" && !asked) return null;
    return answer(column - word.length, begins(actions, word));
  }
  if (/^\s*!/u.test(typed)) return null;
  const head = HEAD.exec(typed);
  if (!head) return null;
  const { tokens, note } = scan(typed, head[0].length);
  if (note < typed.length) {
    const key = /[;]\s*([a-z]*)$/iu.exec(typed);
    return key && (asked || key[1])
      ? answer(column - (key[1] ?? "").length, begins(notes, key[1] ?? ""))
      : null;
  }
  return inQuery(tokens, column, asked);
};
