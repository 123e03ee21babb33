import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fold } from "../../../src/core/match/fold";
import { occurs } from "../../../src/core/match/phrase";

describe("a phrase in a text", () => {
  it.each([
    ["delve", "Let's DELVE into it", true],
    ["delve", "delved", false],
    ["delve", "(delve)", true],
    ["link in bio", "Link  in\nbio!", true],
    ["cafe", "au café", true],
    ["café", "CAFE", true],
    ["ａｉ", "AI", true],
    ["crypto", "cry\u200Bpto", true],
    ["strasse", "Straße", true],
    ["ai", "said", false],
    ["ai", "said ai", true],
    ["人工", "由人工智慧生成", true],
    ["สวัสดี", "ผมสวัสดีครับ", true],
    ["🚀", "to the moon🚀🚀", true],
    ["", "anything", false],
    ["\u0000", "a\u0000b", true],
  ])("%j in %j: %s", (phrase, text, expected) => {
    expect(occurs(fold(phrase), fold(text))).toBe(expected);
  });

  it("is found as a whole word wherever it is put among words", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        word,
        fc.array(word, { maxLength: 8 }),
        (left, phrase, right) => {
          expect(occurs(phrase, fold([...left, phrase, ...right].join(" ")))).toBe(true);
        },
      ),
    );
  });

  it("takes time in proportion to hostile texts", () => {
    const text = fold("a".repeat(200_000));
    expect(occurs("a".repeat(50), text)).toBe(false);
    expect(occurs(`${"a".repeat(50)}b`, text)).toBe(false);
  });
});
