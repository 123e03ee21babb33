import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readBackup, writeBackup } from "../../../src/core/settings/backup";
import { defaultSettings } from "../../../src/core/settings/defaults";
import { migrate } from "../../../src/core/settings/migrate";
import type { Settings } from "../../../src/core/settings/schema";

const changed = (): Settings => ({
  ...defaultSettings(),
  sites: { x: true },
  policy: { strictness: 1_000, flagged: "hide", declared: "dim" },
  rules: "hide: from:@bot\nlabel: 🚀",
});

describe("settings", () => {
  it("fresh ones read nothing and hide nothing", () => {
    const { sites, policy } = defaultSettings();
    expect(sites).toEqual({});
    expect([policy.flagged, policy.declared]).toEqual(["label", "label"]);
  });

  it("those without a version are completed", () => {
    expect(migrate({ rules: "label: x" })).toEqual({
      ok: true,
      settings: { ...defaultSettings(), rules: "label: x" },
    });
  });

  it.each([
    ["not an object", [1], /JSON object/],
    ["a newer version", { ...changed(), version: 99 }, /^version: .*newer/],
    ["a version that never was", { ...changed(), version: -3 }, /^version/],
    [
      "a wrong strictness",
      { ...changed(), policy: { ...changed().policy, strictness: 7 } },
      /^policy\.strictness: /,
    ],
    [
      "a wrong action",
      { ...changed(), policy: { ...changed().policy, flagged: "explode" } },
      /^policy\.flagged: /,
    ],
    ["an unknown key", { ...changed(), extra: 1 }, /^extra: /],
    ["a site that is no site", { ...changed(), sites: { "<b>": true } }, /^sites\./],
    ["rules that are no text", { ...changed(), rules: 5 }, /^rules: /],
  ])("%s is refused by the name of its field", (_name, stored, problem) => {
    const result = migrate(stored);
    expect(result.ok).toBe(false);
    expect(!result.ok && result.problem).toMatch(problem);
  });

  it("survive any JSON without throwing", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void migrate(value)));
  });
});

describe("a backup", () => {
  it("comes back as it was written", () => {
    const read = readBackup(writeBackup(changed(), new Date(0)));
    expect(read).toEqual({ ok: true, settings: changed() });
  });

  it.each([
    ["", /not JSON/],
    ["{", /not JSON/],
    ["[]", /./],
    ["{}", /^format: /],
    ['{"format":"other","version":1,"settings":{}}', /^format: this is not a Winnow backup/],
    ['{"format":"winnow-backup","version":2,"settings":{}}', /^version: /],
    [
      JSON.stringify({
        format: "winnow-backup",
        version: 1,
        settings: { ...changed(), policy: { strictness: "1" } },
      }),
      /^settings\.policy\./,
    ],
    ["x".repeat(9_000_000), /too large/],
  ])("%.60s is refused and says why", (text, problem) => {
    const read = readBackup(text);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problem).toMatch(problem);
  });

  it("takes nothing from keys with a prototype's name", () => {
    const read = readBackup(
      '{"format":"winnow-backup","version":1,"settings":{"rules":"","__proto__":{"rules":"hide: x"}}}',
    );
    expect(read).toEqual({ ok: false, problem: "settings.__proto__: Winnow does not know this field." });
  });
});
