import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { GramIndexBuilder, lookUpGrams, MIN_FILED } from "../../../src/core/match/grams";
import { compileRegex, regexText } from "../../../src/core/match/regex";
import { literalText, requiredLiterals } from "../../../src/core/match/regex-literals";

const test = (pattern: string, flags: string, text: string): boolean => {
  const compiled = compileRegex(pattern, flags);
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.test(text);
};

describe("a pattern", () => {
  it.each([
    ["\\bdelve\\b", "i", "Let's DELVE in", true],
    ["^b", "", "a\nb", false],
    ["^b", "m", "a\nb", true],
    ["a.b", "", "a\nb", false],
    ["a.b", "s", "a\nb", true],
    ["\\p{Han}+", "", "人工", true],
  ])("/%s/%s on %j: %s", (pattern, flags, text, met) => {
    expect(test(pattern, flags, text)).toBe(met);
  });

  it.each([
    ["(a+)+$", `${"a".repeat(20_000)}b`],
    ["(.*)*x", "a".repeat(20_000)],
    ["(x+x+)+y", "x".repeat(20_000)],
    ["([a-zA-Z]+)*\\d", "a".repeat(20_000)],
    ["(?:a?){50}a{50}", "a".repeat(20_000)],
  ])("/%s/ takes linear time", (pattern, text) => {
    const start = performance.now();
    test(pattern, "", text);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("sees text without what nobody sees", () => {
    expect(regexText("cry\u200Bpto e\u0301")).toBe("crypto é");
  });
});

describe("literals that a pattern needs", () => {
  it.each<[string, string[] | null]>([
    ["delve", ["delve"]],
    ["\\bDelve into\\b", ["delve into"]],
    ["[Dd]elve", ["delve"]],
    ["delves?", ["delve"]],
    ["(?i)game[- ]changer", ["changer"]],
    ["unlock(?:ed|ing) the power", [" the power"]],
    ["foo(bar|baz)qux", ["foo"]],
    ["(hello|goodbye)", ["hello", "goodbye"]],
    ["(hello|)", null],
    ["(hello)?", null],
    ["(hello){2,}", ["hello"]],
    ["(hello){0,2}", null],
    ["ab+cd", ["bcd"]],
    ["a\\.b\\/c", ["a.b/c"]],
    ["\\d+%", ["%"]],
    [".*", null],
    ["ab", ["ab"]],
    ["(hello|a)", ["hello", "a"]],
    ["[^a]bcd", ["bcd"]],
    ["人工智能", ["人工智能"]],
    ["éabcé", ["abc"]],
    ["\\Qabc\\E", null],
    ["a\\x41bcd", ["bcd"]],
  ])("%s: %j", (pattern, literals) => {
    expect(requiredLiterals(pattern)).toEqual(literals);
  });

  // What a pattern matches must hold a literal, or the engine would not even look.
  const atom = fc.constantFrom(
    "abc",
    "abS",
    "kab",
    "a人a",
    "bcé",
    "ab",
    "S",
    ".",
    "\\d",
    "[ab]",
    "[Ss]",
    "[^a]",
    "\\b",
    "^",
    "$",
    "1",
    " ",
    "é",
    "人",
    "\\.",
    "\\x61",
    "(?i)",
  );
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc.oneof(
      { maxDepth: 4 },
      atom,
      fc.tuple(tie("pattern"), tie("pattern")).map((parts) => parts.join("")),
      fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => `(?:${a}|${b})`),
      fc
        .tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{0,1}", "+?", ""))
        .map(([a, q]) => `(${a})${q}`),
      fc
        .tuple(fc.constantFrom("a", "b", "S", "人"), fc.constantFrom("*", "+", "?", "{2}", "{0}", "{1,}"))
        .map((parts) => parts.join("")),
    ),
  }));
  const text = fc.string({
    unit: fc.constantFrom(
      "abc",
      "abS",
      "abſ",
      "aBs",
      "KAB",
      "\u212Aab",
      "kab",
      "a人a",
      "bcé",
      "ab",
      "1",
      " ",
      "ABC",
      ".",
    ),
    maxLength: 8,
  });

  it("stand in every text that it matches, and lead to it", () => {
    let matched = 0;
    fc.assert(
      fc.property(
        pattern,
        fc.constantFrom("", "i", "ims"),
        fc.array(text, { minLength: 5, maxLength: 20 }),
        (source, flags, texts) => {
          const compiled = compileRegex(source, flags);
          const literals = requiredLiterals(source);
          if (!compiled.ok || !literals) return;
          const builder = new GramIndexBuilder();
          for (const literal of literals) if (literal.length >= MIN_FILED) builder.add(literal, 1);
          const index = builder.build();
          for (const one of texts.map(regexText).filter(compiled.test)) {
            matched += 1;
            const lower = literalText(one);
            expect(literals.some((literal) => lower.includes(literal))).toBe(true);
            let found = false;
            lookUpGrams(index, lower, () => {
              found = true;
            });
            if (literals.every(({ length }) => length >= MIN_FILED)) expect(found).toBe(true);
          }
        },
      ),
      { numRuns: 5_000 },
    );
    expect(matched).toBeGreaterThan(50);
  });
});
