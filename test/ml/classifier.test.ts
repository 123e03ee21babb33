import { describe, expect, it, vi } from "vitest";

import { createClassifier } from "../../src/ml/classifier";
import { loadFromDisk } from "../../src/ml/load-node";
import { ModelError } from "../../src/ml/model-error";

const TEXT =
  "Growth happens when we step outside our comfort zone and keep learning from our mistakes every single day.";
const load = (): Promise<{ manifest: unknown; model: Uint8Array }> => loadFromDisk();

describe("classifier", () => {
  it("starts idle, loads once, and says which model is ready", async () => {
    const spy = vi.fn(load);
    const classifier = createClassifier({ load: spy });
    expect(classifier.status()).toEqual({ state: "idle" });
    const [[a], [b]] = await Promise.all([
      classifier.classify([{ text: TEXT }]),
      classifier.classify([{ text: TEXT }]),
    ]);
    expect(a).toEqual(b);
    expect(spy).toHaveBeenCalledTimes(1);
    expect(classifier.status().state).toBe("ready");
    await classifier.dispose();
  });

  it("answers nothing for nothing, without loading", async () => {
    const spy = vi.fn(load);
    expect(await createClassifier({ load: spy }).classify([])).toEqual([]);
    expect(spy).not.toHaveBeenCalled();
  });

  it("keeps the order and gives one score to a text, whatever stands beside it", async () => {
    const classifier = createClassifier({ load, cacheSize: 3 });
    const texts = Array.from({ length: 100 }, (_, i) => ({
      text: `${TEXT.slice(0, 50 + (i % 7) * 8)} number ${String(i % 50)} of many`,
    }));
    const all = await classifier.classify(texts);
    for (const i of [0, 17, 63, 99]) {
      const [one] = await createClassifier({ load }).classify(texts.slice(i, i + 1));
      expect(Math.abs((one?.score ?? NaN) - (all[i]?.score ?? NaN))).toBeLessThan(1e-4);
    }
    await classifier.dispose();
  });

  it("says too short and not covered instead of guessing", async () => {
    const readings = await createClassifier({ load }).classify([
      { text: "" },
      { text: "nice one mate" },
      {
        text: "Ik heb vandaag de hele dag niets gedaan en het was heerlijk, morgen weer aan het werk helaas",
      },
      { text: "Σήμερα είναι μια υπέροχη μέρα και πρέπει να απολαύσουμε κάθε στιγμή με τους φίλους μας" },
      {
        text: "今日は天気がとても良かったので、久しぶりに家族みんなで公園へ散歩に行ってきました。楽しかったです。",
      },
      { text: TEXT, lang: "tlh" },
    ]);
    expect(readings.map((reading) => reading.why)).toEqual([
      "too-short",
      "too-short",
      "language",
      "language",
      "language",
      undefined,
    ]);
  });

  it("a model that is missing, cut short, changed or no model is an error of its kind, and the next try waits", async () => {
    const good = await load();
    const changed = good.model.slice();
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const cases: [string, () => Promise<{ manifest: unknown; model: Uint8Array }>][] = [
      ["missing", () => Promise.reject(new Error("no such file"))],
      ["corrupt", () => Promise.resolve({ ...good, model: good.model.slice(0, -1) })],
      ["corrupt", () => Promise.resolve({ ...good, model: changed })],
      ["corrupt", () => Promise.resolve({ ...good, manifest: { format: 1 } })],
      ["corrupt", () => Promise.resolve({ ...good, manifest: null })],
    ];
    for (const [kind, broken] of cases) {
      const spy = vi.fn(broken);
      const classifier = createClassifier({ load: spy });
      for (let i = 0; i < 2; i += 1) {
        const error = await classifier.classify([{ text: TEXT }]).catch((e: unknown) => e);
        expect(error).toBeInstanceOf(ModelError);
        expect((error as ModelError).kind).toBe(kind);
      }
      expect(spy).toHaveBeenCalledTimes(1);
      expect(classifier.status().state).toBe("failed");
      expect(classifier.status().message).toBeTruthy();
    }
  });

  it("recovers when asked, and after a pause", async () => {
    let broken = true;
    const flaky = (): ReturnType<typeof load> => (broken ? Promise.reject(new Error("offline")) : load());
    const asked = createClassifier({ load: flaky });
    await expect(asked.classify([{ text: TEXT }])).rejects.toThrow(ModelError);
    const paused = createClassifier({ load: flaky, retryAfter: 0 });
    await expect(paused.classify([{ text: TEXT }])).rejects.toThrow(ModelError);
    broken = false;
    await asked.reload();
    expect((await asked.classify([{ text: TEXT }]))[0]?.why).toBeUndefined();
    expect((await paused.classify([{ text: TEXT }]))[0]?.why).toBeUndefined();
  });

  it("gives evidence: the assistant-like sentence weighs more than the person's, and pieces cover the post", async () => {
    const classifier = createClassifier({ load });
    const post = `lol the bus was late again so i walked. ${TEXT} anyway im home now`;
    const evidence = await classifier.evidence({ text: post });
    expect(evidence.map(({ text }) => text).join("")).toBe(post);
    const heaviest = evidence.reduce((a, b) => (b.weight > a.weight ? b : a));
    expect(heaviest.text).toContain("Growth happens");
    for (const text of ["", "one", "\ud800", "a".repeat(100_000)]) {
      for (const { weight } of await classifier.evidence({ text }))
        expect(Number.isFinite(weight)).toBe(true);
    }
  });
});
