import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { mergeLines, mergeValues, sameValue } from "../../../src/core/lists/three-way";

const merge = (base: string, a: string, b: string): string =>
  mergeLines(base.split(" "), a.split(" "), b.split(" ")).lines.join(" ");
const lines = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f"), { maxLength: 12 });

describe("two descendants of a text", () => {
  it.each([
    ["one side only", "a b c", "a x b c", "a b c", "a x b c"],
    ["the other only", "a b c", "a b c", "a b", "a b"],
    ["different places", "a b c d e", "x b c d e", "a b c d y", "x b c d y"],
    ["both added at the end", "a", "a x", "a y", "a x y"],
    ["both added the same", "a b", "a x b", "a x b", "a x b"],
    ["both changed a line", "a b c", "a x c", "a y c", "a x y c"],
    ["one took away what the other changed", "a b c", "a c", "a y c", "a y c"],
    ["both took away", "a b c", "a c", "a c", "a c"],
    ["all new on both", "", "x", "y", "x y"],
  ])("%s", (_name, base, a, b, merged) => {
    expect(merge(base, a, b)).toBe(merged);
  });

  it("are the one that changed, if only one did", () => {
    fc.assert(
      fc.property(lines, lines, (base, a) => {
        expect(mergeLines(base, a, base)).toEqual({ lines: a, conflict: false });
        expect(mergeLines(base, base, a)).toEqual({ lines: a, conflict: false });
        expect(mergeLines(base, a, a)).toEqual({ lines: a, conflict: false });
      }),
    );
  });

  it("keep every line that either wrote", () => {
    fc.assert(
      fc.property(lines, lines, lines, (base, a, b) => {
        const old = new Set(base);
        const merged = new Set(mergeLines(base, a, b).lines);
        for (const line of [...a, ...b]) if (!old.has(line)) expect(merged).toContain(line);
      }),
    );
  });
});

describe("two descendants of a value", () => {
  const conflicts = (base: unknown, a: unknown, b: unknown): { value: unknown; paths: string[] } => {
    const paths: string[] = [];
    return { value: mergeValues(base, a, b, (path) => paths.push(path)), paths };
  };

  it.each([
    [{ p: 1, q: 1 }, { p: 2, q: 1 }, { p: 1, q: 3 }, { p: 2, q: 3 }, []],
    [{ p: 1 }, { p: 2 }, { p: 3 }, { p: 2 }, ["p"]],
    [{ s: {} }, { s: { x: true } }, { s: { y: true } }, { s: { x: true, y: true } }, []],
    [{ s: { x: 1 } }, { s: {} }, { s: { x: 1 } }, { s: {} }, []],
    [{ s: { x: 1 } }, { s: {} }, { s: { x: 2 } }, { s: { x: 2 } }, ["s.x"]],
    [{}, { __proto__x: 1 }, { constructor: 2 }, { __proto__x: 1, constructor: 2 }, []],
  ])("%j + %j + %j", (base, a, b, value, paths) => {
    expect(conflicts(base, a, b)).toEqual({ value, paths });
  });

  it("say the same whatever the order of fields", () => {
    expect(sameValue({ a: 1, b: { c: [1], d: 2 } }, { b: { d: 2, c: [1] }, a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  });
});
