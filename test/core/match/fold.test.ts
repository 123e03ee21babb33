import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fold, foldings } from "../../../src/core/match/fold";

describe("folding", () => {
  it.each([
    ["Café  CRÈME\n", "cafe creme"],
    ["ＡＩ ①②", "ai 12"],
    ["𝓯𝓻𝓮𝓮 𝕞𝕠𝕟𝕖𝕪", "free money"],
    ["Straße ΟΔΟΣ", "strasse οδοσ"],
    ["cry\u200Bpto \u202Exyz\u202C", "crypto xyz"],
    ["сrуptо", "crypto"], // Cyrillic с, у, о among Latin letters
    ["НОС нос", "нос нос"], // a Russian word stays one
    ["don’t", "don't"],
    ["Việt Đức Łódź SØREN", "viet duc lodz soren"],
    ["KIRMIZI kırmızı İ", "kirmizi kirmizi i"],
    ["الكِتَابُ", "الكتاب"],
    ["हिन्दी की", "हिन्दी की"], // vowel signs are letters
    ["ｶﾞｷﾞ が", "ガギ が"],
    ["한국어", "한국어"],
    ["ſhort", "short"],
    ["❤️ 👩‍💻", "❤ 👩💻"],
    ["\uD800x", "\uD800x"],
  ])("%j becomes %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("reads words of look-alikes both ways in a text that is mostly Latin", () => {
    expect(foldings("Buy СОРЕ tokens now")).toEqual(["buy соре tokens now", "buy cope tokens now"]);
    expect(foldings("Купи СОРЕ сейчас")).toHaveLength(1);
  });
});
