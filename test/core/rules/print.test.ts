import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseList } from "../../../src/core/rules/parse";
import { printList, printRule } from "../../../src/core/rules/print";
import type { Header } from "../../../src/core/vocab/rule-list";
import { anyRule, pieces } from "./support/arbitrary";

describe("a printed rule", () => {
  it.each([
    ["hide:   a   OR(b c)", "hide: a OR (b c)"],
    ["LABEL: “Link in Bio” from:@Bot ;reason: x", 'label: "Link in Bio" from:@bot ; reason: x'],
    ["dim: age<60m age>1.5h age<14d", "dim: age<1h age>90m age<2w"],
    ["dim: ai>99.90%", "dim: ai>99.9%"],
    ["fold: /a\\/b/mi", "fold: /a\\/b/im"],
    ["fold: -(a) --b", "fold: -a --b"],
    ['fold: "OR" "a;b" "(x)"', 'fold: "OR" "a;b" "(x)"'],
  ])("%s", (line, printed) => {
    const [rule] = parseList(line).rules;
    expect(rule && printRule(rule)).toBe(printed);
  });

  it("gives the same rule when it is parsed again", () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const text = printRule(rule);
        fc.pre(text.length <= 2_000);
        const { rules, problems } = parseList(text);
        expect(problems).toEqual([]);
        expect(rules).toEqual([{ ...rule, line: 1, text }]);
      }),
      { numRuns: 2_000 },
    );
  });

  it("means what was written, whatever was written", () => {
    const line = fc
      .array(pieces, { minLength: 1, maxLength: 12 })
      .map((parts) => `label: ${parts.join("").replace(/[\r\n]/g, "")}`);
    fc.assert(
      fc.property(line, (text) => {
        for (const rule of parseList(text).rules) {
          const [again] = parseList(printRule(rule)).rules;
          expect(again && { ...again, text: "" }).toEqual({ ...rule, text: "" });
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a printed list", () => {
  it("is what was parsed: comments, order, blank and bad lines", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
        ),
        (text) => {
          expect(printList(parseList(text))).toBe(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
        },
      ),
    );
  });

  const words = fc.stringMatching(/^[A-Za-z0-9é.,-]{1,10}( [A-Za-z0-9é.,-]{1,10}){0,3}$/);
  const header: fc.Arbitrary<Header> = fc
    .record(
      {
        title: words,
        description: words,
        homepage: fc.constant("https://example.org/list"),
        license: fc.constant("CC0-1.0"),
        author: words,
        updated: fc.constantFrom("2026-11-22", "2026-11-22T08:30Z"),
        expires: fc.integer({ min: 1, max: 400 }),
        syntax: fc.constant(1),
        key: fc.base64String({ minLength: 4, maxLength: 44 }),
        asks: fc.record({
          actions: fc.subarray(["label" as const, "dim" as const, "fold" as const, "hide" as const]),
          sites: fc.constantFrom<"all" | string[]>("all", ["x.com"], ["x", "example.org"]),
          regex: fc.boolean(),
          ai: fc.boolean(),
          exempt: fc.boolean(),
        }),
      },
      { requiredKeys: [] },
    )
    .filter(({ asks }) => !asks || asks.actions.length > 0);

  it("written anew gives the same headers, includes and rules", () => {
    fc.assert(
      fc.property(
        header,
        fc.subarray(["https://example.org/a.txt", "more/b.txt"]),
        fc.array(anyRule, { maxLength: 5 }),
        (head, urls, rules) => {
          const text = printList({
            header: head,
            includes: urls.map((url) => ({ url, line: 0 })),
            rules: rules.map((rule) => ({ ...rule, line: 0, text: "" })),
          });
          fc.pre(text.split("\n").every((line) => line.length <= 2_000));
          const parsed = parseList(text);
          expect(parsed.problems).toEqual([]);
          expect(parsed.header).toEqual(head);
          expect(parsed.includes.map(({ url }) => url)).toEqual(urls);
          expect(
            parsed.rules.map(({ action, query, note }) => ({ action, query, ...(note && { note }) })),
          ).toEqual(rules);
        },
      ),
    );
  });
});
