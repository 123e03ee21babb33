import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mergeList } from "../../../src/core/lists/merge";
import { publishList } from "../../../src/core/lists/publish";
import { beyond, handlesOf, usesOf, wishOf } from "../../../src/core/lists/uses";
import { parseList } from "../../../src/core/rules/parse";
import { newGrant } from "../../../src/core/vocab/rule-list";

const now = new Date("2026-11-24T08:30:12.345Z");

describe("publishing rules", () => {
  it("makes a list of them, with a header and what it asks for", () => {
    const rules = "! title: not mine\n! by hand\nfold: from:@a ; reason: x\nnonsense\nhide: /x+/ ai>99%\n";
    const { text, rules: count, left } = publishList(rules, { title: "My list", license: "CC0-1.0" }, now);
    expect(text).toBe(
      "! title: My list\n! license: CC0-1.0\n! updated: 2026-11-24T08:30Z\n! expires: 1 day\n! syntax: 1\n" +
        "! asks: fold hide regex ai\n\n! by hand\nfold: from:@a ; reason: x\nhide: /x+/ ai>99%\n",
    );
    expect(count).toBe(2);
    expect(left).toEqual([expect.objectContaining({ line: 4 })]);
    expect(parseList(text)).toMatchObject({ problems: [], warnings: [] });
  });

  it("asks for nothing that everybody gets anyway", () => {
    expect(publishList("fold: from:@a\nlabel: x", { title: "A" }, now).text).not.toContain("asks");
  });

  it("makes a fork of another list", () => {
    const { text } = publishList(
      "label: x",
      { title: "Fork" },
      now,
      ["https://lists.example.org/a.txt"],
      [{ text: "fold: from:@a" }],
    );
    const merged = mergeList({
      main: text,
      included: { "https://lists.example.org/a.txt": "fold: from:@a\nfold: from:@b" },
    });
    expect(merged.list.rules.map((rule) => rule.text)).toEqual(["fold: from:@b", "label: x"]);
  });

  it("gives a list without problems, whatever the rules and the header are", () => {
    const word = fc.string({ unit: "grapheme", maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            word,
            word.map((each) => `fold: "${each}"`),
          ),
          { maxLength: 6 },
        ),
        word,
        (lines, title) => {
          const { text, rules } = publishList(lines.join("\n"), { title }, now);
          const parsed = parseList(text);
          expect(parsed.problems).toEqual([]);
          expect(parsed.rules).toHaveLength(rules);
        },
      ),
    );
  });
});

describe("what a list does", () => {
  const { rules } = parseList(
    "fold: from:@a\nhide: (from:@b OR from:@c) -from:@d\nkeep: from:@e site:x.com\nlabel: -/x/ -ai>99%\n",
  );

  it("is counted", () => {
    expect(usesOf(rules)).toEqual({
      actions: { keep: 1, label: 1, dim: 0, fold: 1, hide: 1 },
      regex: 1,
      ai: 1,
      sites: ["x.com"],
      everywhere: 3,
    });
    expect([...handlesOf(rules)]).toEqual(["a", "b", "c"]);
  });

  it("is compared with what it may do", () => {
    const wish = wishOf({}, rules);
    expect(beyond(wish, newGrant())).toEqual([
      "to hide posts",
      "to use regular expressions",
      "to use the model's measurements",
    ]);
    expect(beyond(wish, wish)).toEqual([]);
    expect(beyond({ ...wish, sites: ["x", "y"], exempt: true }, { ...wish, sites: ["x"] })).toEqual([
      "to keep posts that other lists act on",
      "to act on y",
    ]);
    expect(beyond({ ...wish, sites: "all" }, { ...wish, sites: ["x"] })).toEqual(["to act on every site"]);
  });
});
