import { describe, expect, it } from "vitest";

import { declaredSignals } from "../../../src/core/detect/declared";
import { explain } from "../../../src/core/judge/explain";
import { judge } from "../../../src/core/judge/judge";
import { compileRules } from "../../../src/core/rules/compile";
import type { Policy } from "../../../src/core/vocab/policy";
import type { Post } from "../../../src/core/vocab/post";
import { type Grant, MINE, newGrant } from "../../../src/core/vocab/rule-list";
import type { Signal } from "../../../src/core/vocab/signal";
import { makeList, makePost, siteNames } from "../rules/support/make";

const POLICY: Policy = { strictness: 100, flagged: "fold", declared: "label" };
const ai = (value: number): Signal[] => [{ detector: "text", ai: value }];

const verdict = (rules: string, post: Post, signals: Signal[] = [], grant: Grant | "own" = "own") => {
  const list = makeList(rules, grant, grant === "own" ? MINE : "bots");
  return judge(post, [...signals, ...declaredSignals(post)], compileRules([list], { siteNames }), POLICY);
};

describe("a verdict", () => {
  it("keeps of each rule where it stands, how it reads and why its author wrote it", () => {
    const found = verdict("! c\nfold: delve ; reason: a tell ; seen: 2026-01-01", makePost());
    expect(found.causes).toEqual([
      {
        kind: "rule",
        action: "fold",
        list: "mine",
        own: true,
        line: 2,
        text: "fold: delve ; reason: a tell ; seen: 2026-01-01",
        reason: "a tell",
      },
    ]);
  });

  it("lets a rule ask for the percentile that a signal brings", () => {
    expect(verdict("hide: ai>99.9%", makePost(), ai(99.95)).action).toBe("hide");
    expect(verdict("hide: ai>99.9%", makePost()).action).toBe("keep");
  });
});

describe("an explanation", () => {
  it("says first what decided, in words about the post", () => {
    const { short, causes } = explain(verdict("label: delve", makePost({ is: ["declared-ai"] }), ai(99.96)));
    expect(short).toBe("Reads as machine-written");
    expect(causes[0]).toContain("99.96 %");
    expect(causes[0]).toContain("1 human post in 100");
    expect(causes.join(" ")).toContain("Your rule on line 1: label: delve");
  });

  it("names the list, its reason, and what holds it back", () => {
    const { short, causes } = explain(verdict("hide: delve ; reason: a tell", makePost(), [], newGrant()));
    expect(short).toBe("List “List bots”, line 1");
    expect(causes[0]).toContain("Its author says why: a tell");
    expect(causes[0]).toContain("It asks to hide; you let this list fold at most.");
  });

  it("says what undid a cause", () => {
    const { short, causes } = explain(
      verdict("hide: delve", makePost({ is: ["following"] }), [], newGrant()),
    );
    expect(short).toBe("You follow this account");
    expect(causes[1]).toMatch(/Not acted on: .* you follow/);
  });

  it.each([99.998, 100])("never rounds a percentile up: %d", (value) => {
    expect(explain(verdict("", makePost(), ai(value))).causes[0]).toContain("99.99 %");
  });
});
