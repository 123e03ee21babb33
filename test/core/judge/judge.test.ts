import { describe, expect, it } from "vitest";

import { declaredSignals } from "../../../src/core/detect/declared";
import { explain } from "../../../src/core/judge/explain";
import { judge } from "../../../src/core/judge/judge";
import { compileRules } from "../../../src/core/rules/compile";
import { parseRules } from "../../../src/core/rules/parse";
import type { Policy } from "../../../src/core/vocab/policy";
import type { Post } from "../../../src/core/vocab/post";
import type { Signal } from "../../../src/core/vocab/signal";

const post = (changes: Partial<Post> = {}): Post => ({
  site: "x",
  id: "1",
  surface: "home",
  author: { handle: "Writer_One", name: "Writer" },
  text: "Let us delve into the market",
  is: [],
  media: [],
  links: [],
  ...changes,
});

const POLICY: Policy = { strictness: 100, flagged: "fold", declared: "label" };
const ai = (value: number | null): Signal[] => [
  { detector: "text", ai: value, ...(value === null && { untold: "too-short" as const }) },
];
const names = (name: string) => (name === "x.com" || name === "x" ? "x" : undefined);

const verdict = (rules: string, of: Post = post(), signals: Signal[] = [], policy: Policy = POLICY) => {
  const parsed = parseRules(rules);
  expect(parsed.problems).toEqual([]);
  return judge(of, [...signals, ...declaredSignals(of)], compileRules(parsed.rules, names), policy);
};

describe("what wins", () => {
  it.each<[string, string, Partial<Post>, Signal[], string, string[]]>([
    ["nothing known", "", {}, [], "keep", []],
    ["the model, over the budget", "", {}, ai(99.5), "fold", ["text"]],
    ["the model, within the budget", "", {}, ai(98.9), "keep", []],
    ["exactly at the budget is within it", "", {}, ai(99), "keep", []],
    ["the model cannot tell", "", {}, ai(null), "keep", []],
    ["declared by the site", "", { is: ["declared-ai"] }, [], "label", ["declared"]],
    [
      "declared and flagged: the stronger",
      "",
      { is: ["declared-ai"] },
      ai(99.5),
      "fold",
      ["text", "declared"],
    ],
    ["my rule by author, whatever the case", "hide: from:@writer_one", {}, [], "hide", ["rule"]],
    ["my rule for another author", "hide: from:@writer", {}, [], "keep", []],
    ["my rule by phrase", "dim: delve", {}, [], "dim", ["rule"]],
    ["both terms must be met", "dim: delve nothing", {}, [], "keep", []],
    ["a negated term", "dim: delve -from:@somebody", {}, [], "dim", ["rule"]],
    ["a negated term that is met", "dim: delve -from:@writer_one", {}, [], "keep", []],
    ["only a negated author", "dim: -from:@friend", {}, [], "dim", ["rule"]],
    ["by site id or host", "dim: site:x.com delve\nlabel: site:x", {}, [], "dim", ["rule", "rule"]],
    ["by another site", "dim: site:example.org", {}, [], "keep", []],
    ["by percentile", "hide: ai>99.9%", {}, ai(99.95), "hide", ["rule", "text"]],
    [
      "what cannot be told meets neither a term nor its opposite",
      "hide: ai>50%\nhide: -ai>50%",
      {},
      ai(null),
      "keep",
      [],
    ],
    ["by mark", "hide: is:ad", { is: ["ad"] }, [], "hide", ["rule"]],
    [
      "my keep beats all",
      "hide: delve\nkeep: from:@writer_one",
      { is: ["declared-ai"] },
      ai(99.9),
      "keep",
      ["rule", "rule", "text", "declared"],
    ],
    ["a post without an author", "hide: from:@writer_one", { author: undefined } as never, [], "keep", []],
  ])("%s", (_name, rules, changes, signals, action, kinds) => {
    const found = verdict(rules, post(changes), signals);
    expect(found.action).toBe(action);
    expect(found.causes.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("an explanation", () => {
  it("says first what decided, in words about the post", () => {
    const found = verdict("label: delve", post({ is: ["declared-ai"] }), ai(99.96));
    const { short, causes } = explain(found);
    expect(short).toBe("Reads as machine-written");
    expect(causes[0]).toContain("99.96 %");
    expect(causes[0]).toContain("1 human post in 100");
    expect(causes.join(" ")).toContain("line 1: label: delve");
  });

  it.each([99.998, 100])("never rounds a percentile up: %d", (value) => {
    const { causes } = explain(verdict("", post(), ai(value)));
    expect(causes[0]).toContain("99.99 %");
  });
});
