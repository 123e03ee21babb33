import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { BrowserKind } from "../../src/dev/browsers/driver";
import { choose } from "../../src/dev/browsers/steps";
import { sampleSite } from "../../src/dev/server/sample-site";
import { SAMPLE_POSTS } from "../timeline";
import { tally, waitForPost } from "./support/feed";
import { openPopup, waitForWords } from "./support/popup";
import { MACHINE } from "./support/posts";
import { browsers, HOME, openWorld, type World } from "./support/world";

/**
 * Hosts that the browsers themselves ask, with or without any extension: updates, safe browsing, settings.
 * All names lead to our server, so these requests arrive there too; they are left out, by name, and all else counts.
 */
const BROWSERS_OWN: Record<BrowserKind, RegExp> = {
  chromium:
    /^((accounts|update|clients\d*|android\.clients|www|content-autofill|optimizationguide-pa|safebrowsing|safebrowsingohttpgateway|edgedl\.me\.gvt1|redirector\.gvt1|mtalk|passwordsleakcheck-pa|chromewebstore|fonts)\.)?(googleapis|google|gvt1|gstatic)\.com$|^[\w-]+\.(update|optimizationguide-pa|content-autofill|safebrowsing)\.googleapis\.com$/,
  firefox:
    /^([\w-]+\.)*(services\.mozilla\.com|cdn\.mozilla\.net|mozilla\.org|mozilla\.net|firefox\.com|mozgcp\.net)$|^o\d+\.ingest\.sentry\.io$/,
};

describe.each(browsers)("$kind: requests", ({ kind, missing }) => {
  describe.skipIf(missing)("on the sample timeline, with all pages open", () => {
    let world: World;
    let timeline: Page;

    beforeAll(async () => {
      world = await openWorld(kind, sampleSite());
    });
    afterAll(() => world?.end());

    it("reads, judges and acts on all kinds of posts", async () => {
      const welcome = await world.switchOnX();
      await waitForWords(welcome, /More machine-like than/);
      timeline = await world.home();
      await waitForPost(timeline, MACHINE, { action: "label" });
      for (let screen = 0; screen < 14; screen += 1) {
        await timeline.evaluate(() => {
          scrollBy(0, innerHeight);
        });
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      expect((await tally(timeline)).label).toBeGreaterThan(0);
      const options = await world.driver().openOwn("options.html");
      await choose(options, "flagged", "fold");
      const popup = await openPopup(world.driver(), timeline, options);
      await waitForWords(popup, new RegExp(`Read ${SAMPLE_POSTS.length} posts here`));
    });

    it("makes none but for the pages that were opened", async () => {
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      const asked = world.server.seen
        .filter(({ host }) => !BROWSERS_OWN[kind].test(host))
        .map(({ host, method, path }) => `${method} https://${host}${path}`);
      expect([...new Set(asked)].filter((each) => !each.endsWith("/favicon.ico"))).toEqual([`GET ${HOME}`]);
    });

    it("wrote no errors", () => {
      expect(world.driver().errors).toEqual([]);
    });

    it("would have seen one: a request of an extension page arrives at the server", async () => {
      const own = await world.driver().openOwn("popup.html");
      await own.evaluate(() =>
        Promise.allSettled([
          fetch("https://elsewhere.example/a", { mode: "no-cors" }),
          fetch("http://elsewhere.example/b", { mode: "no-cors" }),
        ]),
      );
      const seen = world.server.seen
        .filter(({ host }) => host === "elsewhere.example")
        .map(({ path }) => path);
      expect(seen).toContain("/a");
    });
  });
});
