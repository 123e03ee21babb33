import { describe, expect, it } from "vitest";

import { lineCount, movedCaret, startOfLine } from "../../src/ui/caret";

describe("carets", () => {
  it("finds lines", () => {
    expect([1, 2, 3, 4].map((line) => startOfLine("ab\n\ncd", line))).toEqual([0, 3, 4, 6]);
    expect(["", "a", "a\n", "\n\n"].map(lineCount)).toEqual([1, 1, 2, 3]);
  });

  it("stays with its words", () => {
    expect(movedCaret("one three", "one two three", 2)).toBe(2);
    expect(movedCaret("one three", "one two three", 9)).toBe(13);
    expect(movedCaret("one two three", "one three", 13)).toBe(9);
    expect(movedCaret("abc", "", 2)).toBe(0);
    expect(movedCaret("aaa", "aa", 3)).toBe(2);
  });
});
