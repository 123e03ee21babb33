import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { pieces } from "../../../src/core/text/pieces";

const cut = (text: string, limit = 7): string[] => pieces(text, limit).map(({ from, to }) => text.slice(from, to));

describe("pieces", () => {
  it.each([
    ["sentences", "One here. Two there! And three? Yes.", ["One here.", " Two there!", " And three?", " Yes."]],
    ["lines", "first\nsecond\nthird", ["first\n", "second\n", "third"]],
    ["clauses of a lone sentence", "When it rains, we stay in, and we read", ["When it rains,", " we stay in,", " and we read"]],
    ["stretches of words", "a b c d e f g h", ["a b c d e f ", "g h"]],
    ["Chinese", "你好。世界很大！我们走吧。", ["你好。", "世界很大！", "我们走吧。"]],
    ["numbers and addresses stay whole", "Version 2.5 of a.b.example is out. Get it. Now.", ["Version 2.5 of a.b.example is out.", " Get it.", " Now."]],
    ["nothing", "", []],
  ])("%s", (_, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it("covers the text without gaps, in at most as many pieces as asked for, whatever the text", () => {
    const text = fc.array(fc.constantFrom("a", " ", ".", "!", "\n", ",", "word", "。", "😀", "\ud800", " - ")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (t, limit) => {
        const out = pieces(t, limit);
        expect(out.length).toBeLessThanOrEqual(limit);
        expect(out.map(({ from, to }) => t.slice(from, to)).join("")).toBe(t);
      }),
    );
  });

  it.each([". ", "a. ", "\n", ", ", "a "])("takes bounded time on 100 kB of %j", (piece) => {
    const start = performance.now();
    expect(pieces(piece.repeat(100_000 / piece.length), 7).length).toBeLessThanOrEqual(7);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
