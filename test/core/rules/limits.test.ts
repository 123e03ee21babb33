import { describe, expect, it } from "vitest";

import { compileRules } from "../../../src/core/rules/compile";
import { viewOf } from "../../../src/core/rules/view";
import { ALL, makeList, makePost, siteNames } from "./support/make";

const repeat = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join("\n");

describe("what a subscribed list may cost", () => {
  it("so many rules that must be asked of every post; the user's own are not limited", () => {
    const text = repeat(700, (i) => `label: -from:@a${i}`);
    const theirs = compileRules([makeList(text, ALL, "a")], { siteNames });
    expect(theirs.idleCount).toBe(200);
    expect(theirs.idle[0]).toEqual({ list: "a", line: 501, why: "broad", action: "label" });
    expect(compileRules([makeList(text)], { siteNames }).match(viewOf(makePost(), {}))).toHaveLength(700);
  });

  it("so many causes for one post, and its keep", () => {
    const rules = compileRules([makeList(`${repeat(80, () => "label: delve")}\nkeep: delve`, ALL, "a")], {
      siteNames,
    });
    const matches = rules.match(viewOf(makePost(), {}));
    expect(matches).toHaveLength(51);
    expect(matches.at(-1)?.action).toBe("keep");
  });

  it("so many rules near to one post, or it says nothing of it; the next list has its say", () => {
    const crowd = makeList(
      repeat(50_000, () => "hide: delve"),
      ALL,
      "a",
    );
    const rules = compileRules([crowd, makeList("label: delve", ALL, "b")], { siteNames });
    const start = performance.now();
    expect(rules.match(viewOf(makePost(), {})).map(({ list }) => list)).toEqual(["b"]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it("bounded time with the worst of patterns on the longest of posts", () => {
    const text = repeat(300, (i) => `label: /(?:x+x+)+y{0,99}(?:a|b|x){1,99}${i}z/ -delve`);
    const list = makeList(text, ALL, "a");
    expect(list.list.rules.length).toBeGreaterThan(100);
    const rules = compileRules([list, makeList("label: xy OR xx", ALL, "b")], { siteNames });
    const post = makePost({
      text: `${"x".repeat(19_000)} xx ${repeat(300, (i) => `${i}z`).replaceAll("\n", " ")}`.slice(0, 20_000),
    });
    for (let turn = 0; turn < 3; turn += 1) {
      const start = performance.now();
      rules.match(viewOf(post, {}));
      expect(performance.now() - start).toBeLessThan(4_000);
    }
  }, 20_000);
});
