import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fold } from "../../../src/core/match/fold";
import { occurs } from "../../../src/core/match/phrase";
import { countWords, eachKey } from "../../../src/core/match/tokens";

const keys = (text: string): Set<number> => {
  const found = new Set<number>();
  eachKey(text, (key) => found.add(key));
  return found;
};

describe("keys", () => {
  it("of a phrase are all keys of a text in which it occurs", () => {
    const piece = fc.constantFrom(
      "a",
      "b",
      "ab",
      " ",
      "-",
      "'",
      "人",
      "工",
      "🚀",
      "é",
      "_",
      "\uD800",
      "\u{20000}",
      "𝐚",
      "\n",
      ".",
    );
    const text = fc.array(piece, { maxLength: 12 }).map((parts) => fold(parts.join("")));
    let found = 0;
    fc.assert(
      fc.property(text, text, text, (left, phrase, right) => {
        for (const whole of [left + phrase + right, `${left} ${phrase} ${right}`]) {
          if (!occurs(phrase, whole)) continue;
          found += 1;
          const inText = keys(whole);
          for (const key of keys(phrase)) expect(inText.has(key)).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
    expect(found).toBeGreaterThan(1_000);
  });
});

describe("counting words", () => {
  it.each([
    ["", 0],
    ["one two  three", 3],
    ["don't well-known 3.5", 3],
    ["人工智能", 2],
    ["— 🚀 !", 0],
    ["one\ntwo", 2],
  ])("%j: %d", (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});
