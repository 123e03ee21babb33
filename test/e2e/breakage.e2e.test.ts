import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { BrowserKind } from "../../src/dev/browsers/driver";
import { choose, isOn, switchSite, writeRules } from "../../src/dev/browsers/steps";
import { sampleSite } from "../../src/dev/server/sample-site";
import { addPost, untouched, waitForPost } from "./support/feed";
import { openPopup, waitForWords } from "./support/popup";
import { FIGS, MACHINE, OTHER_MACHINE, POSTS } from "./support/posts";
import { browsers, builtFor, openWorld, type World, X_ORIGINS } from "./support/world";

const still = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 1_000));

describe.each(browsers)("$kind: when something breaks", ({ kind, missing }) => {
  describe.skipIf(missing)("the background", () => {
    let world: World;
    let timeline: Page;
    let options: Page;

    beforeAll(async () => {
      world = await openWorld(kind, sampleSite(POSTS, { virtual: false }));
      await world.switchOnX();
      timeline = await world.home();
      await waitForPost(timeline, MACHINE, { action: "label" });
      options = await world.driver().openOwn("options.html");
    });
    afterAll(() => world?.end());

    it("may be stopped: the next post is judged", async () => {
      await world.driver().killBackground();
      await addPost(timeline, "7001", { ...POSTS[1]!, handle: "after_the_stop" });
      await timeline.bringToFront();
      await waitForPost(timeline, "7001", { action: "label" });
    });

    it("may be stopped while it judges: nothing is lost", async () => {
      await timeline.bringToFront();
      for (let at = 0; at < 10; at += 1) {
        const text = `${POSTS[3]!.text} Part ${at}.`;
        await addPost(timeline, String(7100 + at), { ...POSTS[3]!, text, handle: `burst_${at}` });
      }
      await world.driver().killBackground();
      await timeline.evaluate(() => {
        document.querySelector("#timeline")!.lastElementChild!.scrollIntoView();
      });
      for (let at = 0; at < 10; at += 1) await waitForPost(timeline, String(7100 + at), { action: "label" });
    });

    it("may be stopped: a change of settings still reaches the open tab", async () => {
      await world.driver().killBackground();
      await choose(options, "flagged", "fold");
      await timeline.bringToFront();
      await waitForPost(timeline, MACHINE, { action: "fold", visible: false });
    });

    it("loses the permission: everything is undone, and the popup says what is missing", async () => {
      await world.driver().revokeSite(X_ORIGINS);
      await timeline.bringToFront();
      await expect.poll(() => untouched(timeline), { timeout: 10_000 }).toBe(true);
      await waitForWords(options, /does not let Winnow read X/);
      await world.driver().allowSite(X_ORIGINS);
      // The site is still switched on, and only the permission lacks: the page offers to ask again.
      await switchSite(options, "X", false);
      await switchSite(options, "X", true);
      await timeline.bringToFront();
      await waitForPost(timeline, MACHINE, { action: "fold" });
    });

    it("finds broken settings: they are set aside, and the popup says so", async () => {
      await options.evaluate(async () => {
        const api = ((globalThis as Record<string, unknown>).browser ??
          (globalThis as Record<string, unknown>).chrome) as typeof chrome;
        await api.storage.local.set({ settings: '{"version":1,"policy":"nonsense"' });
      });
      await timeline.bringToFront();
      await expect.poll(() => untouched(timeline), { timeout: 10_000 }).toBe(true);
      const popup = await world.driver().openOwn("popup.html");
      await waitForWords(popup, /could not be read/i);
      const fresh = await world.driver().openOwn("options.html");
      await waitForWords(fresh, /Set aside[\s\S]*Download it/);
      expect(await isOn(fresh, "X")).toBe(false);
      await popup.close();
    });
  });

  const damage: Record<string, (model: string) => void> = {
    "damaged model": (model) => {
      const bytes = readFileSync(model);
      bytes[bytes.length >> 1]! ^= 0xff;
      writeFileSync(model, bytes);
    },
    "missing model": (model) => {
      rmSync(model);
    },
  };

  describe.skipIf(missing).each(Object.keys(damage))("a %s", (what) => {
    let world: World;
    let copy: string;

    beforeAll(async () => {
      copy = mkdtempSync(join(tmpdir(), "winnow-damaged-"));
      copyDamaged(kind, copy, damage[what]!);
      world = await openWorld(kind, sampleSite(POSTS), copy);
      await world.switchOnX();
    });
    afterAll(async () => {
      await world?.end();
      rmSync(copy, { recursive: true, force: true });
    });

    it("leaves rules at work, shows all other posts, and the popup says so", async () => {
      const timeline = await world.home();
      const options = await world.driver().openOwn("options.html");
      await writeRules(options, "fold: figs");
      await timeline.bringToFront();
      await waitForPost(timeline, FIGS, { action: "fold", visible: false });
      await still();
      await waitForPost(timeline, MACHINE, { action: "keep", visible: true });
      await waitForPost(timeline, OTHER_MACHINE, { action: "keep", visible: true });
      const popup = await openPopup(world.driver(), timeline, options);
      await waitForWords(popup, /Model\s+Does not work\. Your rules still do/);
    });
  });
});

const copyDamaged = (kind: BrowserKind, to: string, spoil: (model: string) => void): void => {
  const from = builtFor(kind);
  cpSync(from, to, { recursive: true });
  const folder = join(to, "models");
  const [id] = readdirSync(folder);
  spoil(join(folder, id!, "model.onnx"));
};
