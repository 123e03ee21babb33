import type { Condition, Query, Rule } from "../vocab/rule";
import type { ParsedList } from "../vocab/rule-list";
import { printHeader } from "./header";
import { printNote } from "./note";
import { UNITS } from "./values";

/** Words that can stand without quotes: nothing in them means anything else. */
const BARE = /^(?!(?:OR|AND|NOT)$)[\p{L}\p{N}_#@$&][\p{L}\p{N}\p{M}_'’.,!?%#@&+/-]*$/u;

const quoted = (text: string): string => `"${text.replace(/[\r\n]+/g, " ").replace(/["\\]/g, "\\$&")}"`;

const words = (text: string): string => (BARE.test(text) ? text : quoted(text));

/** Slashes are escaped, but for those that already are. */
const pattern = (source: string): string =>
  source.replace(/\\[^]|\//g, (found) => (found === "/" ? "\\/" : found));

const age = (seconds: number): string => {
  const [unit, size] = UNITS.find(([, length]) => seconds > 0 && seconds % length === 0) ?? ["s", 1];
  return `${seconds / size}${unit}`;
};

const measured = (measure: string, value: number): string => {
  if (measure === "age") return age(value);
  return measure === "ai" || measure === "author-ai" ? `${value}%` : String(value);
};

const printCondition = (condition: Condition): string => {
  switch (condition.kind) {
    case "words":
      return condition.place === "post"
        ? words(condition.phrase)
        : `${condition.place}:${words(condition.phrase)}`;
    case "regex":
      return `${condition.place === "post" ? "" : `${condition.place}:`}/${pattern(condition.pattern)}/${condition.flags}`;
    case "from":
    case "mentions":
      return `${condition.kind}:@${condition.handle}`;
    case "tag":
      return `tag:${condition.tag}`;
    case "url": {
      const address = condition.host + condition.path;
      return `url:${/[\s()"]/u.test(address) ? quoted(address) : address}`;
    }
    case "site":
      return `site:${condition.site}`;
    case "in":
      return `in:${condition.surface}`;
    case "lang":
      return `lang:${condition.lang}`;
    case "is":
      return `is:${condition.mark}`;
    case "has":
      return `has:${condition.part}`;
    case "measure":
      return condition.measure + condition.comparison + measured(condition.measure, condition.value);
  }
};

/** `within`: the query stands beside others, or behind a sign, and must hold together. */
const print = (query: Query, within: boolean): string => {
  switch (query.kind) {
    case "all":
    case "any": {
      const parts = query.queries.map((part) => print(part, true));
      const joined = parts.join(query.kind === "all" ? " " : " OR ");
      return within ? `(${joined})` : joined;
    }
    case "not":
      return `-${print(query.query, true)}`;
    default:
      return printCondition(query);
  }
};

/** A query as text; parsed, it gives the same query. */
export const printQuery = (query: Query): string => print(query, false);

/** A rule as a line; parsed, it gives the same rule. */
export const printRule = ({ action, query, note }: Pick<Rule, "action" | "query" | "note">): string =>
  `${action}: ${printQuery(query)}${printNote(note)}`;

/**
 * A list as text. One that was parsed comes out as it was written, comments and order kept (line ends
 * become "\n"); one without `lines` is written anew: headers, includes, rules.
 */
export const printList = (
  list: Pick<ParsedList, "header" | "includes" | "rules"> & { lines?: readonly string[] },
): string => {
  if (list.lines) return list.lines.join("\n");
  const head = printHeader(list.header);
  const lines = [
    ...head,
    ...list.includes.map(({ url }) => `include: ${url}`),
    ...(head.length > 0 && list.rules.length > 0 ? [""] : []),
    ...list.rules.map(printRule),
  ];
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
};
