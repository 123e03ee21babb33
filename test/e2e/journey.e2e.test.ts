import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { choose, isOn, press, rulesIn, switchSite, writeRules } from "../../src/dev/browsers/steps";
import { sampleSite } from "../../src/dev/server/sample-site";
import { clickMark, markText, standing, tally, untouched, waitForPost } from "./support/feed";
import { openPopup, waitForWords } from "./support/popup";
import { FIGS, HUMAN, MACHINE, OTHER_HUMAN, OTHER_MACHINE, POSTS, SHORT } from "./support/posts";
import { browsers, openWorld, type World } from "./support/world";

const RULES = ["fold: figs", "keep: from:@mindful_leader"].join("\n");

/** One person, from the install to a restart: each test goes on where the one before it ended. */
describe.each(browsers)("$kind: from install to restart", ({ kind, missing }) => {
  let world: World;
  let timeline: Page;
  let welcome: Page;
  let options: Page;

  describe.skipIf(missing)("step by step", () => {
    beforeAll(async () => {
      world = await openWorld(kind, sampleSite(POSTS));
    });
    afterAll(() => world?.end());

    it("opens the welcome page", async () => {
      welcome = await world.driver().ownPage("tabs/welcome.html");
      await waitForWords(welcome, /Your feed, your filter/);
      expect(await isOn(welcome, "X")).toBe(false);
    });

    it("reads nothing before a site is switched on", async () => {
      timeline = await world.home();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await untouched(timeline)).toBe(true);
    });

    it("labels posts in the open tab once X is switched on", async () => {
      await world.switchOnX();
      await timeline.bringToFront();
      await waitForPost(timeline, MACHINE, { action: "label", visible: true });
      await waitForPost(timeline, OTHER_MACHINE, { action: "label", visible: true });
      const all = await standing(timeline);
      for (const id of [HUMAN, OTHER_HUMAN, SHORT, FIGS]) expect(all[id]?.action).toBe("keep");
    });

    it("says why on the mark, in a closed shadow root", async () => {
      expect(await markText(world.driver(), timeline, MACHINE)).toMatch(/machine-written/);
      expect(
        await timeline.evaluate(() => document.querySelector("[data-winnow-mark]")?.shadowRoot === null),
      ).toBe(true);
    });

    it("folds in the open tab when the options say so", async () => {
      options = await world.driver().openOwn("options.html");
      await choose(options, "flagged", "fold");
      await timeline.bringToFront();
      await waitForPost(timeline, MACHINE, { action: "fold", visible: false });
      const { height } = (await standing(timeline))[MACHINE]!;
      expect(height).toBeGreaterThan(10);
      expect(height).toBeLessThan(60);
    });

    it("shows a folded post in its place, and it stays shown", async () => {
      await clickMark(world.driver(), timeline, MACHINE, "toggle");
      await waitForPost(timeline, MACHINE, { shown: true, visible: true });
      await choose(options, "strictness", "20");
      await timeline.bringToFront();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect((await standing(timeline))[MACHINE]).toMatchObject({
        action: "fold",
        shown: true,
        visible: true,
      });
      expect((await standing(timeline))[OTHER_MACHINE]).toMatchObject({ action: "fold", visible: false });
      await choose(options, "strictness", "100");
    });

    it("takes it back with the same button", async () => {
      await timeline.bringToFront();
      await clickMark(world.driver(), timeline, MACHINE, "toggle");
      await waitForPost(timeline, MACHINE, { shown: false, visible: false });
    });

    it("acts on the open tab when a rule is added", async () => {
      await writeRules(options, RULES);
      await timeline.bringToFront();
      await waitForPost(timeline, FIGS, { action: "fold", visible: false });
      await waitForPost(timeline, OTHER_MACHINE, { action: "keep", visible: true });
      expect(await markText(world.driver(), timeline, FIGS)).toMatch(/rule on line 1/);
    });

    it("marks a line that does not parse, and its neighbours work", async () => {
      await writeRules(options, `foldd: nonsense\n${RULES}`);
      await waitForWords(options, /Line 1/i);
      await timeline.bringToFront();
      await waitForPost(timeline, FIGS, { action: "fold" });
      await writeRules(options, RULES);
    });

    it("hides, and leaves a line that brings it back", async () => {
      await choose(options, "flagged", "hide");
      await timeline.bringToFront();
      await waitForPost(timeline, MACHINE, { action: "hide", visible: false, height: 8 });
      await clickMark(world.driver(), timeline, MACHINE, "toggle");
      await waitForPost(timeline, MACHINE, { shown: true, visible: true });
      await choose(options, "flagged", "fold");
    });

    it("counts in the popup and on the badge", async () => {
      const popup = await openPopup(world.driver(), timeline, options);
      await waitForWords(popup, /Read 6 posts here\. Folded 2\./);
      await waitForWords(popup, /Model\s+Works\./);
      await waitForWords(popup, /Site reader\s+Works\./);
      const badge = await popup.evaluate(async (url) => {
        const api = ((globalThis as Record<string, unknown>).browser ??
          (globalThis as Record<string, unknown>).chrome) as typeof chrome;
        const [tab] = (await api.tabs.query({})).filter((each) => each.url === url);
        return api.action.getBadgeText({ tabId: tab!.id! });
      }, timeline.url());
      expect(badge).toBe("2");
      await popup.close();
    });

    it("pauses for this tab, and goes on", async () => {
      const popup = await openPopup(world.driver(), timeline, options);
      await press(popup, "Pause on this tab");
      await timeline.bringToFront();
      await expect.poll(() => untouched(timeline), { timeout: 10_000 }).toBe(true);
      await press(popup, "Resume on this tab");
      await timeline.bringToFront();
      await waitForPost(timeline, FIGS, { action: "fold" });
      await popup.close();
    });

    it("shows all that was acted on here", async () => {
      const popup = await openPopup(world.driver(), timeline, options);
      await press(popup, "Show all here");
      await timeline.bringToFront();
      await waitForPost(timeline, FIGS, { shown: true, visible: true });
      await popup.close();
    });

    it("undoes everything when the popup switches the site off", async () => {
      const popup = await openPopup(world.driver(), timeline, options);
      await switchSite(popup, "X", false);
      await timeline.bringToFront();
      await expect.poll(() => untouched(timeline), { timeout: 10_000 }).toBe(true);
      await timeline.reload();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(await tally(timeline)).toEqual({ keep: POSTS.length });
      await switchSite(popup, "X", true);
      await popup.close();
    });

    it("keeps all through a restart of the browser", async () => {
      await world.restart();
      timeline = await world.home();
      await waitForPost(timeline, MACHINE, { action: "fold", visible: false });
      await waitForPost(timeline, FIGS, { action: "fold", visible: false });
      options = await world.driver().openOwn("options.html");
      expect(await isOn(options, "X")).toBe(true);
      expect(await rulesIn(options)).toBe(RULES);
      expect(
        await options.$eval('input[name="flagged"]:checked', (input) => (input as HTMLInputElement).value),
      ).toBe("fold");
      // Where the browser itself keeps the extension, this was a real restart.
      if (process.env.CI) expect(world.driver().staysInstalled).toBe(true);
    });

    it("wrote no errors", () => {
      expect(world.driver().errors).toEqual([]);
    });
  });
});
