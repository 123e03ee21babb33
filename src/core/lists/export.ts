import type { Query, Rule } from "../vocab/rule";
import type { ParsedList } from "../vocab/rule-list";

export interface Exported {
  text: string;
  /** Rules that the other format cannot say. */
  left: { line: number; text: string; why: string }[];
}

/** The pattern of uBlacklist for a query that names nothing but an address; null for any other. */
const patternOf = (query: Query): string | null => {
  if (query.kind === "url")
    return `*://*.${query.host}${query.path === "" ? "" : query.path.replace(/\/$/, "")}/*`;
  if (query.kind === "regex" && query.place === "url")
    return `/${query.pattern}/${query.flags.replace(/[^ims]/g, "")}`;
  return null;
};

const patternsOf = (rule: Rule): string[] | null => {
  // `url:a OR url:b` is two rules there.
  const queries = rule.query.kind === "any" ? rule.query.queries : [rule.query];
  const patterns = queries.map(patternOf);
  return patterns.some((pattern) => pattern === null) ? null : (patterns as string[]);
};

/** A list as a ruleset of uBlacklist, as far as its rules are about addresses alone. */
export const toUblacklist = ({ header, rules }: ParsedList): Exported => {
  const left: Exported["left"] = [];
  const lines: string[] =
    header.title === undefined ? [] : ["---", `name: ${JSON.stringify(header.title)}`, "---"];
  for (const rule of rules) {
    const patterns = patternsOf(rule);
    if (!patterns) left.push({ line: rule.line, text: rule.text, why: "It is not about an address alone." });
    else lines.push(...patterns.map((pattern) => (rule.action === "keep" ? `@${pattern}` : pattern)));
  }
  return { text: `${lines.join("\n")}\n`, left };
};

/** A list as JSON, for other programs: header, includes, and rules with their queries in plain form. */
export const toJson = ({ header, includes, rules }: ParsedList): string =>
  `${JSON.stringify({ format: "winnow-list", version: 1, header, includes, rules }, null, 2)}\n`;
