import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { waitFor } from "../../src/dev/browsers/driver";
import { choose, isOn, press, rulesIn, writeRules } from "../../src/dev/browsers/steps";
import { sampleSite } from "../../src/dev/server/sample-site";
import { untouched, waitForPost } from "./support/feed";
import { waitForWords } from "./support/popup";
import { FIGS, MACHINE, POSTS } from "./support/posts";
import { browsers, openWorld, type World, X_ORIGINS } from "./support/world";

interface Backup {
  format: string;
  version: number;
  settings: {
    rules: string;
    policy: { flagged: string; strictness: number };
    sites: Record<string, boolean>;
  };
}

describe.each(browsers)("$kind: the user's data", ({ kind, missing }) => {
  describe.skipIf(missing)("out, in and gone", () => {
    let world: World;
    let timeline: Page;
    let options: Page;
    let backup: Backup;
    let folder: string;

    const stored = (): Promise<unknown> =>
      options.evaluate(async () => {
        const api = ((globalThis as Record<string, unknown>).browser ??
          (globalThis as Record<string, unknown>).chrome) as typeof chrome;
        return (await api.storage.local.get("settings")).settings;
      });

    const offer = async (content: string): Promise<void> => {
      const path = join(folder, "backup.json");
      writeFileSync(path, content);
      await options.bringToFront();
      const input = (await options.$('#data input[type="file"]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(path);
    };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "winnow-data-"));
      world = await openWorld(kind, sampleSite(POSTS));
      await world.switchOnX();
      timeline = await world.home();
      options = await world.driver().openOwn("options.html");
      await choose(options, "flagged", "fold");
      await writeRules(options, 'hide: "figs"\n; a note – mit Umlauten: äöü');
      await timeline.bringToFront();
      await waitForPost(timeline, FIGS, { action: "hide" });
    });
    afterAll(async () => {
      await world?.end();
      rmSync(folder, { recursive: true, force: true });
    });

    it("goes out as one file that a person can read", async () => {
      await press(options, "Export everything");
      const { downloads } = world.driver();
      const name = await waitFor("the file", () =>
        readdirSync(downloads).find((each) => each.endsWith(".json")),
      );
      expect(name).toMatch(/^winnow-backup-\d{4}-\d{2}-\d{2}\.json$/);
      backup = await waitFor(
        "the whole file",
        () => JSON.parse(readFileSync(join(downloads, name), "utf8")) as Backup,
      );
      expect(backup).toMatchObject({
        format: "winnow-backup",
        settings: {
          rules: 'hide: "figs"\n; a note – mit Umlauten: äöü',
          policy: { flagged: "fold" },
          sites: { x: true },
        },
      });
    });

    it.each([
      ["no JSON", () => "{ not json", /not JSON/],
      ["another file", () => "[]", /Nothing was changed/],
      ["another format", () => JSON.stringify({ ...backup, format: "someone-else" }), /not a Winnow backup/],
      [
        "an unknown action",
        () => {
          const { settings } = backup;
          return JSON.stringify({
            ...backup,
            settings: { ...settings, policy: { ...settings.policy, flagged: "explode" } },
          });
        },
        /settings\.policy\.flagged/,
      ],
      [
        "rules that are no text",
        () => JSON.stringify({ ...backup, settings: { ...backup.settings, rules: ["hide: all"] } }),
        /settings\.rules/,
      ],
    ])("refuses %s, names what is wrong and changes nothing", async (_what, content, problem) => {
      const before = await stored();
      await offer(content());
      await waitForWords(options, /Nothing was changed/);
      await waitForWords(options, problem);
      expect(await stored()).toEqual(before);
    });

    it("comes in after a look at the differences, and the open tab follows", async () => {
      const { settings } = backup;
      await offer(
        JSON.stringify({
          ...backup,
          settings: { ...settings, policy: { ...settings.policy, flagged: "dim" } },
        }),
      );
      await waitForWords(options, /Take over these settings\?[\s\S]*Flagged/i);
      await timeline.bringToFront();
      await waitForPost(timeline, MACHINE, { action: "fold" });
      await press(options, "Take over");
      await timeline.bringToFront();
      await waitForPost(timeline, MACHINE, { action: "dim", visible: true });
    });

    it("is erased, with the browser's permission", async () => {
      await press(options, "Erase everything…");
      await press(options, "Erase everything");
      await timeline.bringToFront();
      await expect.poll(() => untouched(timeline), { timeout: 10_000 }).toBe(true);
      await waitForWords(options, /Everything was erased/);
      await expect.poll(() => isOn(options, "X")).toBe(false);
      await expect.poll(() => rulesIn(options)).toBe("");
      const allowed = await options.evaluate(async (origins) => {
        const api = ((globalThis as Record<string, unknown>).browser ??
          (globalThis as Record<string, unknown>).chrome) as typeof chrome;
        return api.permissions.contains({ origins });
      }, X_ORIGINS);
      expect(allowed).toBe(false);
    });
  });
});
