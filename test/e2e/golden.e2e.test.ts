import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { sampleSite } from "../../src/dev/server/sample-site";
import { goldenText, type GoldenFile } from "../ml/golden";
import { classifyIn, workerFile } from "./support/classifier";
import { browsers, builtFor, openWorld } from "./support/world";

const { vectors } = JSON.parse(
  readFileSync(new URL("../ml/golden.json", import.meta.url), "utf8"),
) as GoldenFile;

describe.each(browsers)("$kind: golden vectors", ({ kind, missing }) => {
  it.skipIf(missing)("score as they did when the model was exported, to 1e-3", async () => {
    const world = await openWorld(kind, sampleSite());
    try {
      const own = await world.driver().openOwn("options.html");
      const readings = await classifyIn(own, workerFile(builtFor(kind)), vectors.map(goldenText));
      expect(readings).toHaveLength(vectors.length);
      for (const [at, { name, score }] of vectors.entries()) {
        const found = readings[at]?.score ?? null;
        if (score === null) expect(found, name).toBeNull();
        else expect(Math.abs((found ?? NaN) - score), name).toBeLessThan(1e-3);
      }
    } finally {
      await world.end();
    }
  });
});
