import { printHeader } from "../rules/header";
import { parseList } from "../rules/parse";
import type { Problem, Rule } from "../vocab/rule";
import { type Header, newGrant, SYNTAX } from "../vocab/rule-list";
import { normalise } from "./text";
import { beyond, wishOf } from "./uses";

/** What somebody says of the list that they publish. */
export type PublishHeader = Pick<
  Header,
  "title" | "description" | "homepage" | "license" | "author" | "expires"
>;

export interface Published {
  text: string;
  rules: number;
  /** Lines that were left out, since nobody's Winnow would understand them. */
  left: Problem[];
}

/**
 * Rules as a list that others can follow: a header, then the lines as they were written.
 * @param rules text of rules: all of the user's own, or chosen lines of it
 * @param includes addresses of lists that it builds on (a fork)
 * @param removals rules of those that it takes out
 */
export const publishList = (
  rules: string,
  header: PublishHeader,
  now: Date,
  includes: readonly string[] = [],
  removals: readonly Pick<Rule, "text">[] = [],
): Published => {
  const parsed = parseList(rules);
  const wish = wishOf({}, parsed.rules);
  const more = beyond(wish, newGrant()).length > 0;
  const head = printHeader({
    ...header,
    updated: now.toISOString().replace(/:\d{2}\.\d+Z$/, "Z"),
    expires: header.expires ?? 24,
    syntax: SYNTAX,
    ...(more && { asks: wish }),
  });
  const wrong = new Set(parsed.problems.map(({ line }) => line));
  // What was a header of the rules' own text would be one of this list; comments stay.
  const body = parsed.lines.filter(
    (line, at) => !wrong.has(at + 1) && !isHeaderLine(line) && !/^\s*include:/i.test(line),
  );
  const lines = [
    ...head,
    "",
    ...includes.map((url) => `include: ${url}`),
    ...removals.map(({ text }) => `- ${text}`),
    ...body,
  ];
  return { text: normalise(lines.join("\n")), rules: parsed.rules.length, left: parsed.problems };
};

const isHeaderLine = (line: string): boolean =>
  /^\s*!\s*(?:title|description|homepage|license|author|updated|expires|syntax|key|signature|asks)\s*:/i.test(
    line,
  );
