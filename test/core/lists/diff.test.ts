import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { applyDiff, diffLines } from "../../../src/core/lists/diff";
import { cpuTime } from "../../support/cpu-time";

const lines = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "", "longer line"), { maxLength: 40 });

describe("a difference of lines", () => {
  it("is nothing between a text and itself", () => {
    fc.assert(
      fc.property(lines, (a) => {
        expect(diffLines(a, a)).toEqual([]);
      }),
    );
  });

  it("carried out on the old text gives the new one", () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        expect(applyDiff(a, diffLines(a, b))).toEqual(b);
      }),
      {
        numRuns: 500,
      },
    );
  });

  it("has hunks in order that do not touch", () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        let end = -1;
        for (const { at, removed, added } of diffLines(a, b)) {
          expect(at).toBeGreaterThan(end);
          expect(removed.length + added.length).toBeGreaterThan(0);
          end = at + removed.length;
        }
      }),
    );
  });

  it("finds single lines among many", () => {
    const old = Array.from({ length: 1_000 }, (_, at) => `rule ${at}`);
    const now = [...old.slice(0, 300), "new", ...old.slice(300, 700), ...old.slice(701)];
    expect(diffLines(old, now)).toEqual([
      { at: 300, removed: [], added: ["new"] },
      { at: 700, removed: ["rule 700"], added: [] },
    ]);
  });

  it("is not carried out on another text", () => {
    expect(applyDiff(["x", "y"], diffLines(["a", "b"], ["a"]))).toBeNull();
  });

  it.each([
    ["unlike texts", (at: number) => `old ${at}`, (at: number) => `new ${at}`],
    ["a text turned round", (at: number) => `rule ${at}`, (at: number) => `rule ${99_999 - at}`],
    ["few lines many times", (at: number) => `rule ${at % 7}`, (at: number) => `rule ${(at * 3) % 11}`],
    [
      "a line in ten changed",
      (at: number) => `rule ${at}`,
      (at: number) => (at % 10 ? `rule ${at}` : `other ${at}`),
    ],
  ])(
    "of 100,000 lines is quick: %s",
    (_name, before, after) => {
      const old = Array.from({ length: 100_000 }, (_, at) => before(at));
      const now = Array.from({ length: 100_000 }, (_, at) => after(at));
      const start = cpuTime();
      const hunks = diffLines(old, now);
      expect(cpuTime(start)).toBeLessThan(4_000);
      expect(applyDiff(old, hunks)).toEqual(now);
    },
    60_000,
  );
});
