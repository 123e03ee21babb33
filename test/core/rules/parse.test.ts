import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseRules } from "../../../src/core/rules/parse";

const one = (line: string) => parseRules(line);

describe("a rule line", () => {
  it.each([
    ["fold: from:@promo_bot", "fold", [{ kind: "from", handle: "promo_bot", not: false }]],
    ["HIDE: from:Friend.Example", "hide", [{ kind: "from", handle: "friend.example", not: false }]],
    ["label: delve", "label", [{ kind: "phrase", phrase: "delve", not: false }]],
    ['label: "link in bio"', "label", [{ kind: "phrase", phrase: "link in bio", not: false }]],
    ["label: “link in bio”", "label", [{ kind: "phrase", phrase: "link in bio", not: false }]],
    ['label: "a \\"quoted\\" word"', "label", [{ kind: "phrase", phrase: 'a "quoted" word', not: false }]],
    ["dim: ai>99.9%", "dim", [{ kind: "ai", above: 99.9, not: false }]],
    ["dim: ai>99", "dim", [{ kind: "ai", above: 99, not: false }]],
    ["keep: site:x.com", "keep", [{ kind: "site", site: "x.com", not: false }]],
    ["fold: is:reply", "fold", [{ kind: "is", mark: "reply", not: false }]],
    [
      "  hide:  -from:@friend \t crypto ai>99%",
      "hide",
      [
        { kind: "from", handle: "friend", not: true },
        { kind: "phrase", phrase: "crypto", not: false },
        { kind: "ai", above: 99, not: false },
      ],
    ],
    ['hide: -"good morning"', "hide", [{ kind: "phrase", phrase: "good morning", not: true }]],
    ["label: well-known", "label", [{ kind: "phrase", phrase: "well-known", not: false }]],
  ])("%s", (line, action, terms) => {
    const { rules, problems } = one(line);
    expect(problems).toEqual([]);
    expect(rules).toEqual([{ action, terms, line: 1, text: line.trim() }]);
  });

  it("keeps the note that follows a semicolon, but not one inside a phrase", () => {
    expect(one("fold: from:@bot ; reason: says so itself").rules[0]?.note).toBe("reason: says so itself");
    expect(one('fold: "a ; b"').rules[0]?.terms).toEqual([{ kind: "phrase", phrase: "a ; b", not: false }]);
  });
});

describe("a line that does not parse", () => {
  it.each([
    ["delve", 0, 5, /starts with/, /label:/],
    ["hid: delve", 0, 4, /no action/, /hide:/],
    ["label: frm:@bot", 7, 15, /no field frm:/, /from:/],
    ["label: lang:en", 7, 14, /does not know lang: yet/, undefined],
    ["label: one OR two", 11, 13, /does not know OR yet/, /"OR"/],
    ["label: (one two)", 7, 11, /does not know/, undefined],
    ["label: /a+b/i", 7, 13, /regular expressions/, undefined],
    ["label: ai>150%", 7, 14, /below 100/, /ai>99%/],
    ["label: ai:99", 7, 12, /written with >/, /ai>99/],
    ["label: from:", 7, 12, /no value/, undefined],
    ["label: from:<b>", 7, 15, /wants a handle/, undefined],
    ["label: is:replly", 7, 16, /does not know/, /is:reply/],
    ['label: "open', 7, 12, /not closed/, /Add/],
    ["label:", 5, 6, /names nothing/, undefined],
    [`label: ${"x".repeat(3_000)}`, 0, 2_000, /longer than/, undefined],
  ])("%s", (line, from, to, message, hint) => {
    const { rules, problems } = one(line);
    expect(rules).toEqual([]);
    expect(problems[0]).toMatchObject({ line: 1, from, to });
    expect(problems[0]?.message).toMatch(message);
    if (hint) expect(problems[0]?.hint).toMatch(hint);
  });

  it("leaves its neighbours standing, with their own line numbers", () => {
    const { rules, problems } = parseRules("! mine\r\nlabel: one\nnonsense here\n\nfold: two");
    expect(rules.map(({ line, action }) => [line, action])).toEqual([
      [2, "label"],
      [5, "fold"],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([3]);
  });
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    "label:",
    "fold:",
    " ",
    "\n",
    '"',
    "“",
    "\\",
    "-",
    "from:",
    "@a",
    "ai>",
    "99%",
    ";",
    "!",
    "OR",
    "(",
    "/x/",
    "é",
    "\u202E",
    "\uD800",
    "\u0000",
    "constructor:",
    "__proto__:",
  );
  it("parses without throwing, and every problem lies within its line", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
        ),
        (text) => {
          const lines = text.split(/\r\n|\r|\n/u);
          const { rules, problems } = parseRules(text);
          for (const { line, from, to } of problems) {
            expect(from).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(from);
            expect(to).toBeLessThanOrEqual(lines[line - 1]?.length ?? 0);
          }
          for (const rule of rules) expect(rule.terms.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });
});
