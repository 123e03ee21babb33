import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { MAX_INCLUDES } from "../../../src/core/lists/limits";
import { mergeList } from "../../../src/core/lists/merge";
import { readList } from "../../../src/core/lists/read-list";

const base = "https://lists.example.org/mine.txt";
const other = "https://lists.example.org/other.txt";
const rulesOf = (main: string, included: Record<string, string> = {}): string[] =>
  mergeList({ main, base, included }).list.rules.map(({ text }) => text);

describe("a list that includes nothing", () => {
  it("is itself, header and all", () => {
    const main = "! title: A\n\nfold: from:@a\nnonsense\n";
    const merged = mergeList({ main, base, included: {} });
    expect(merged.text).toBe(main);
    expect(merged.list.header.title).toBe("A");
    expect(merged.list.problems).toHaveLength(1);
  });
});

describe("a fork", () => {
  const theirs =
    "! title: Theirs\n! key: ed25519:x\nfold: from:@a ; reason: says so\nfold: from:@b\nhide: crypto\n";

  it("has their rules and its own, in the place of the include", () => {
    expect(rulesOf("! title: Mine\ninclude: other.txt\nlabel: delve\n", { [other]: theirs })).toEqual([
      "fold: from:@a ; reason: says so",
      "fold: from:@b",
      "hide: crypto",
      "label: delve",
    ]);
  });

  it("keeps its own header", () => {
    const { list, included } = mergeList({
      main: "include: other.txt\n",
      base,
      included: { [other]: theirs },
    });
    expect(list.header).toEqual({});
    expect(included).toEqual([{ url: other, title: "Theirs", rules: 3 }]);
  });

  it("takes single rules out, whatever their note and spelling", () => {
    const main = "include: other.txt\n- FOLD: from:@A\n- hide:   crypto\nfold: from:@c\n";
    const merged = mergeList({ main, base, included: { [other]: theirs } });
    expect(merged.list.rules.map(({ text }) => text)).toEqual(["fold: from:@b", "fold: from:@c"]);
    expect(merged.list.problems).toEqual([]);
    expect(merged.idle).toEqual([]);
    expect(merged.text).toContain("!| taken out: hide: crypto");
  });

  it("says which removals met nothing", () => {
    const main = "include: other.txt\n- fold: from:@nobody\nfold: from:@nobody\n";
    const { idle, list } = mergeList({ main, base, included: { [other]: theirs } });
    expect(idle).toEqual([expect.objectContaining({ text: "fold: from:@nobody", line: 2 })]);
    expect(list.rules).toHaveLength(4);
  });

  it("names lines by where they stand in the merged text", () => {
    const { text, list } = mergeList({
      main: "include: other.txt\nlabel: delve",
      base,
      included: { [other]: theirs },
    });
    const lines = text.split("\n");
    for (const rule of list.rules) expect(lines[rule.line - 1]?.trim()).toBe(rule.text);
  });
});

describe("a removal", () => {
  it("that is no rule is named with its place", () => {
    const { problems, removals } = readList("- fold: frm:@a\n-  fold: from:@b\n- ! x");
    expect(removals).toEqual([expect.objectContaining({ text: "fold: from:@b", line: 2 })]);
    expect(problems.map(({ line, from }) => [line, from])).toEqual([
      [1, 8],
      [3, 2],
    ]);
  });
});

describe("includes", () => {
  const at = (name: string): string => `https://lists.example.org/${name}.txt`;

  it("in a circle end, and say so", () => {
    const merged = mergeList({
      main: "include: a.txt\nfold: mine",
      base,
      included: {
        [at("a")]: "include: b.txt\nfold: ay",
        [at("b")]: "include: a.txt\ninclude: mine.txt\nfold: bee",
      },
    });
    expect(merged.list.rules.map(({ text }) => text)).toEqual(["fold: bee", "fold: ay", "fold: mine"]);
    expect(merged.notes).toEqual([
      expect.stringMatching(/a\.txt: .*circle/),
      expect.stringMatching(/mine\.txt: .*circle/),
    ]);
  });

  it("of the same list twice count once", () => {
    expect(rulesOf("include: a.txt\ninclude: a.txt", { [at("a")]: "fold: ay" })).toEqual(["fold: ay"]);
  });

  it("have a depth", () => {
    const included: Record<string, string> = {};
    for (let i = 0; i < 10; i += 1) included[at(`l${i}`)] = `include: l${i + 1}.txt\nfold: word${i}`;
    const merged = mergeList({ main: "include: l0.txt", base, included });
    expect(merged.list.rules).toHaveLength(4);
    expect(merged.notes.join()).toMatch(/no deeper than 4/);
  });

  it("have a number", () => {
    const included = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [at(`l${i}`), `fold: word${i}`]),
    );
    const main = Array.from({ length: 50 }, (_, i) => `include: l${i}.txt`).join("\n");
    expect(rulesOf(main, included)).toHaveLength(MAX_INCLUDES);
  });

  it("have a size, together", () => {
    const long = (word: string): string =>
      Array.from({ length: 200_000 }, (_, i) => `! ${word}${i}`).join("\n");
    const included = { [at("a")]: long("a"), [at("b")]: long("b"), [at("c")]: long("c") };
    const merged = mergeList({
      main: "include: a.txt\ninclude: b.txt\ninclude: c.txt\nfold: end",
      base,
      included,
    });
    expect(merged.list.lines.length).toBeLessThanOrEqual(500_000);
    expect(merged.notes.join()).toMatch(/more than 500,000 lines/);
  });

  it.each(["https://192.168.1.1/x", "https://router/list.txt"])("%s is not fetched", (url) => {
    expect(mergeList({ main: `include: ${url}`, base, included: {} }).missing).toEqual([]);
  });

  it("that are not there yet are named", () => {
    expect(mergeList({ main: "include: a.txt\ninclude: __proto__", base, included: {} }).missing).toEqual([
      at("a"),
      "https://lists.example.org/__proto__",
    ]);
  });

  it("never throw", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "include: a.txt",
        "include: b.txt",
        "- fold: x",
        "fold: x",
        "fold: y",
        "! title: z",
        "-",
        "- ",
      ),
      fc.string({ maxLength: 20 }),
    );
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, text, (main, a, b) => {
        const merged = mergeList({ main, base, included: { [at("a")]: a, [at("b")]: b } });
        const lines = merged.text.split("\n");
        for (const rule of merged.list.rules) expect(lines[rule.line - 1]?.trim()).toBe(rule.text);
      }),
    );
  });
});
