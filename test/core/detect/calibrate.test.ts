import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bandOf, percentile, supportedBudget } from "../../../src/core/detect/calibrate";
import type { ModelManifest } from "../../../src/core/vocab/model";

const manifest: ModelManifest = {
  format: 1,
  id: "test",
  version: "1.0.0",
  file: "model.onnx",
  bytes: 1,
  sha256: "0".repeat(64),
  input: { encoding: 3, bits: 8 },
  minimum: { chars: 40, words: 8 },
  humansPerBudget: 2,
  sourcesForStrict: 5,
  languages: [{ code: "en", group: "en" }],
  bands: [
    { name: "short", words: 8 },
    { name: "long", words: 30 },
  ],
  percents: [50, 90, 99, 99.9, 99.99],
  tables: [
    { band: "short", group: "en", humans: 30_000, sources: 9, scores: [-1, 1, 2, 3, 4] },
    { band: "long", group: "en", humans: 250, sources: 2, scores: [-1, 1, 2, 3, 4] },
    { band: "short", group: "fr", humans: 30, sources: 1, scores: [-1, 1, 2, 3, 4] },
  ],
};

describe("calibration", () => {
  it("finds the band of a length", () => {
    expect([7, 8, 29.5, 30, 5000].map((words) => bandOf(manifest, words))).toEqual([
      null,
      "short",
      "short",
      "long",
      "long",
    ]);
  });

  it.each([
    [-9, 0],
    [0, 70],
    [1, 90],
    [2, 99],
    [2.5, 99.45],
    [9, 100],
  ])("score %d is percentile %d", (score, ai) => {
    expect(percentile(manifest, { score, words: 10, group: "en" })).toBeCloseTo(ai, 6);
  });

  it("refuses a budget that the band's humans cannot support, and its percentiles never meet it", () => {
    expect([20, 100, 1000, 10_000].map((n) => supportedBudget(manifest, "short", "en", n))).toEqual([
      20, 100, 1000, 10_000,
    ]);
    expect([20, 100, 1000, 10_000].map((n) => supportedBudget(manifest, "long", "en", n))).toEqual([
      20, 100, 100, 100,
    ]);
    expect(supportedBudget(manifest, "short", "fr", 100)).toBeNull();
    expect(supportedBudget(manifest, "short", "xx", 100)).toBeNull();
    expect(percentile(manifest, { score: 9, words: 40, group: "en" })).toBe(99.9);
    expect(percentile(manifest, { score: 9, words: 10, group: "fr" })).toBe(95);
  });

  it("refuses strict budgets where few sources stand behind the table, however many texts", () => {
    const few = { ...manifest, tables: manifest.tables.map((table) => ({ ...table, sources: 4 })) };
    expect(supportedBudget(few, "short", "en", 10_000)).toBe(100);
    expect(percentile(few, { score: 9, words: 10, group: "en" })).toBe(99.9);
  });

  it("is null where there is no table or no score", () => {
    expect(percentile(manifest, { score: 1, words: 3, group: "en" })).toBeNull();
    expect(percentile(manifest, { score: 1, words: 10, group: "xx" })).toBeNull();
    expect(percentile(manifest, { score: NaN, words: 10, group: "en" })).toBeNull();
  });

  it("never falls when the score rises, and stays within 0 and 100", () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), fc.float({ noNaN: true }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((score) =>
          percentile(manifest, { score, words: 10, group: "en" }),
        );
        if (low === null || low === undefined || high === null || high === undefined) return;
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });
});
