import { describe, expect, it } from "vitest";

import { highlight } from "../../../src/core/rules/highlight";
import { parseList } from "../../../src/core/rules/parse";
import { printList } from "../../../src/core/rules/print";

/** Generous: a slow machine under load passes, quadratic time does not. */
const within = (ms: number, work: () => void): void => {
  const start = performance.now();
  work();
  expect(performance.now() - start).toBeLessThan(ms);
};

describe("a hostile text", () => {
  it.each<[string, string]>([
    ["a line of 10 MB", `label: ${"a ".repeat(5_000_000)}`],
    ["a line of 10 MB without spaces", "a".repeat(10_000_000)],
    ["a comment of 10 MB", `! title: ${"a".repeat(10_000_000)}`],
    ["an include of 10 MB", `include: https://${"a".repeat(10_000_000)}`],
    ["white space of 10 MB", " ".repeat(10_000_000)],
    ["blanks before a rule", `${" ".repeat(5_000_000)}label: a`],
    ["a million blank lines", "\n".repeat(1_000_000)],
    ["400,000 bad lines", "nonsense here\n".repeat(400_000)],
    ["400,000 unknown fields", "label: frmo:@bot\n".repeat(400_000)],
    ["carriage returns", "label: a\r".repeat(400_000)],
    ["parentheses on every line", `label: ${"(".repeat(1_900)}\n`.repeat(500)],
    ["signs on every line", `label: ${"-".repeat(1_900)}a\n`.repeat(500)],
    ["quotes on every line", `label: ${'"'.repeat(1_900)}\n`.repeat(500)],
    ["slashes on every line", `label: ${"/".repeat(1_900)}\n`.repeat(500)],
    ["semicolons on every line", `label: a ${" ;".repeat(900)}\n`.repeat(500)],
    ["OR on every line", `label: a${" OR a".repeat(380)}\n`.repeat(500)],
    ["lone surrogates", `label: ${"\uD800".repeat(1_900)}\n`.repeat(500)],
  ])("%s is parsed in bounded time", (_name, text) => {
    within(5_000, () => {
      const parsed = parseList(text);
      expect(parsed.problems.length).toBeLessThanOrEqual(1_001);
      printList(parsed);
    });
  });

  it("of a million lines keeps the first half, and says so", () => {
    const { rules, problems } = parseList("label: a\n".repeat(1_000_000));
    expect(rules).toHaveLength(500_000);
    expect(problems[0]?.message).toMatch(/beyond 500000/);
  }, 20_000);

  it("with many patterns has only so many compiled, and says so", () => {
    const text = Array.from({ length: 2_500 }, (_, i) => `label: /a${i}+b/`).join("\n");
    const { rules, problems } = parseList(text);
    expect(rules).toHaveLength(2_000);
    expect(problems[0]?.message).toMatch(/too many patterns/);
  }, 20_000);

  it("is highlighted in bounded time", () => {
    within(5_000, () => {
      for (const char of ["a ", "(", "-", '"', "/", " ;", "a:"]) highlight(`label: ${char.repeat(900)}`);
      highlight("x".repeat(10_000_000));
    });
  });
});
