import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { waitFor } from "../../src/dev/browsers/driver";
import { choose } from "../../src/dev/browsers/steps";
import { sampleSite } from "../../src/dev/server/sample-site";
import { tally } from "./support/feed";
import { browsers, openWorld, type World } from "./support/world";

interface ListState {
  loads: number;
  jumps: number;
  jumpPx: number;
  mounts: number;
}

const listState = (page: Page): Promise<ListState> =>
  page.evaluate(() => {
    const { loads, jumps, jumpPx, mounts } = (window as unknown as { timeline: ListState }).timeline;
    return { loads, jumps, jumpPx, mounts };
  });

/** Scrolls as one who reads on, without a pause: steps that a busy driver sends one by one would stand still in between. */
const scroll = (page: Page, by: number, times: number): Promise<void> =>
  page.evaluate(
    async (y, steps) => {
      for (let at = 0; at < steps; at += 1) {
        scrollBy(0, y);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    },
    by,
    times,
  );

/** What is in sight when the page opens may change as its verdicts arrive; reading begins after that. */
const settled = async (page: Page): Promise<void> => {
  let last = "";
  await waitFor("the first screen to rest", async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    const now = JSON.stringify([await tally(page), await listState(page)]);
    const same = now === last;
    last = now;
    return same;
  });
};

/** The site's list measures its cells and takes out those that are far away; what we do must not upset it. */
describe.each(browsers)("$kind: a virtual list", ({ kind, missing }) => {
  describe.skipIf(missing)("scrolled through", () => {
    let world: World;
    let options: Page;
    let timeline: Page;

    beforeAll(async () => {
      world = await openWorld(kind, sampleSite(undefined, { count: 120 }));
      await world.switchOnX();
      options = await world.driver().openOwn("options.html");
    });
    afterAll(() => world?.end());

    describe.each(["label", "fold", "hide"])("with %s", (action) => {
      it("does not jump while one reads down", async () => {
        await choose(options, "flagged", action);
        timeline = await world.home();
        await waitFor("a first decision", () => timeline.$(`[data-winnow="${action}"]`));
        await settled(timeline);
        const { jumpPx: before } = await listState(timeline);
        await scroll(timeline, 200, 50);
        expect((await tally(timeline))[action]).toBeGreaterThan(0);
        expect((await listState(timeline)).jumpPx - before).toBeLessThan(5);
      });

      it("comes to rest, and acts again on posts that come back", async () => {
        await new Promise((resolve) => setTimeout(resolve, 800));
        const before = await listState(timeline);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        expect(await listState(timeline)).toEqual(before);
        await timeline.evaluate(() => {
          scrollTo(0, 0);
        });
        await expect
          .poll(async () => (await tally(timeline))[action] ?? 0, { timeout: 10_000 })
          .toBeGreaterThan(0);
        await timeline.close();
      });
    });
  });
});
