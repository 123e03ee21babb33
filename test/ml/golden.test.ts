import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { measure } from "../../src/core/text/measure";
import { normalise } from "../../src/core/text/normalise";
import type { ModelManifest } from "../../src/core/vocab/model";
import { createClassifier } from "../../src/ml/classifier";
import { encode } from "../../src/ml/encode";
import { loadFromDisk } from "../../src/ml/load-node";
import { MODEL_ID } from "../../src/ml/shipped";
import { checkManifest } from "../../src/ml/verify";
import { checksum, goldenText, type GoldenFile } from "./golden";

const golden = JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8")) as GoldenFile;

describe("golden vectors: Node says what Python said when the model was exported", async () => {
  const manifest: ModelManifest = checkManifest((await loadFromDisk()).manifest);

  it("are of the shipped model", () => {
    expect(golden.model).toBe(MODEL_ID);
    expect(golden.sha256).toBe(manifest.sha256);
  });

  it.each(golden.vectors)("$name: normalised text, length and input", (vector) => {
    const plain = normalise(goldenText(vector));
    if (vector.normalised !== undefined) expect(plain).toBe(vector.normalised);
    expect(checksum(Array.from(plain, (c) => c.codePointAt(0) ?? 0))).toBe(vector.points);
    expect(measure(plain)).toEqual({ chars: vector.chars, words: vector.words });
    const { ngrams, bare } = encode(plain, manifest.input.bits);
    expect({ count: ngrams.length, checksum: checksum(ngrams) }).toEqual(vector.ngrams);
    expect({ count: bare.length, checksum: checksum(bare) }).toEqual(vector.bare);
  });

  it("gives the same scores to 1e-3, all texts in one call and each alone", async () => {
    const texts = golden.vectors.map((vector) => ({ text: goldenText(vector) }));
    const together = await createClassifier({ load: () => loadFromDisk() }).classify(texts);
    const alone = createClassifier({ load: () => loadFromDisk(), cacheSize: 0 });
    for (const [i, vector] of golden.vectors.entries()) {
      const [one] = await alone.classify(texts.slice(i, i + 1));
      for (const reading of [one, together[i]]) {
        if (vector.score === null) expect(reading).toEqual({ score: null, ai: null, why: "too-short" });
        else expect(Math.abs((reading?.score ?? NaN) - vector.score), vector.name).toBeLessThan(1e-3);
      }
    }
  });
});
