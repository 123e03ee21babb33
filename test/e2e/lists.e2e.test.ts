import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { fingerprint } from "../../src/core/lists/signature";
import { waitFor } from "../../src/dev/browsers/driver";
import { press, writeRules } from "../../src/dev/browsers/steps";
import type { Answer } from "../../src/dev/server/local-server";
import { sampleSite } from "../../src/dev/server/sample-site";
import { markText, standing, waitForPost } from "./support/feed";
import {
  clickInSight,
  drip,
  filler,
  hangUp,
  LIST_HOST,
  LIST_URL,
  lookForNews,
  type Maker,
  newMaker,
  newShelf,
  openPanel,
  plainFile,
  pressIn,
  sharedText,
  storedWords,
  TITLE,
  waitForCard,
  withoutEnd,
} from "./support/lists";
import { waitForWords } from "./support/popup";
import { FIGS, HUMAN, MACHINE, OTHER_HUMAN, POSTS, SHORT } from "./support/posts";
import { browsers, openWorld, type World } from "./support/world";

const SLOW_URL = `https://${LIST_HOST}/slow.txt`;
const FORK_TITLE = `${TITLE}, and more`;

const FIRST = ["fold: from:@tram_watcher", "label: figs", ...filler(30)];
/** One rule came, one went. */
const SECOND = ["fold: from:@gran_knits", "label: figs", ...filler(30)];
const WANTS_TO_HIDE = [...SECOND, "hide: from:@one_word"];

const WEB_PAGE = "<!doctype html><html><body>Please sign in</body></html>";

/** One person keeps a list, another follows it: each test goes on where the one before it ended. */
describe.each(browsers)("$kind: following a list", ({ kind, missing }) => {
  let world: World;
  let timeline: Page;
  let options: Page;
  let slow: Page;
  let maker: Maker;
  const shelf = newShelf(sampleSite(POSTS, { virtual: false }));
  const serve = (answer: Answer | string): void => shelf.put("/bots.txt", answer);

  /** How the posts stand while the second copy works. */
  const expectSecond = async (): Promise<void> => {
    await timeline.bringToFront();
    await waitForPost(timeline, OTHER_HUMAN, { action: "fold", visible: false });
    await waitForPost(timeline, HUMAN, { action: "keep", visible: true });
    await waitForPost(timeline, SHORT, { action: "keep", visible: true });
  };

  describe.skipIf(missing)("step by step", () => {
    beforeAll(async () => {
      maker = await newMaker();
      shelf.put("/slow.txt", drip());
      world = await openWorld(kind, shelf.pages);
      await world.switchOnX();
      timeline = await world.home();
      await waitForPost(timeline, MACHINE, { action: "label" });
    });
    afterAll(() => world?.end());

    it("looks at a list that drips, while all else goes on", async () => {
      slow = await world.driver().openOwn(`options.html#lists?add=${encodeURIComponent(SLOW_URL)}`);
      await waitForWords(slow, /Fetching the list…/);
    });

    it("shows what a list is before it may do anything", async () => {
      serve(await maker.publish(FIRST));
      options = await world.driver().openOwn(`options.html#lists?add=${encodeURIComponent(LIST_URL)}`);
      await options.bringToFront();
      const words = await waitForWords(options, /What you let it do/);
      expect(words).toContain(TITLE);
      expect(words).toContain(LIST_URL);
      expect(words).toMatch(/32 rules \(31 fold and 1 label\)/);
      expect(words).toMatch(/Nothing of it works yet/);
      expect(words).toContain(
        `Signed. The key’s fingerprint is ${await fingerprint(maker.signer.publicKey)}`,
      );
      expect(words).toMatch(/That is all it asks for/);
      await timeline.bringToFront();
      const all = await standing(timeline);
      for (const id of [HUMAN, OTHER_HUMAN, SHORT, FIGS]) expect(all[id]?.action).toBe("keep");
    });

    it("acts on the open tab once subscribed to, and says whose rule it was", async () => {
      await press(options, "Subscribe");
      await waitForCard(options, [/Up to date/, /32 rules, .*signed/, /May label and fold posts/i]);
      await timeline.bringToFront();
      await waitForPost(timeline, HUMAN, { action: "fold", visible: false });
      await waitForPost(timeline, FIGS, { action: "label", visible: true });
      expect((await standing(timeline))[OTHER_HUMAN]?.action).toBe("keep");
      expect(await markText(world.driver(), timeline, HUMAN)).toContain(TITLE);
    });

    it("follows an update, and shows what it changed", async () => {
      serve(await maker.publish(SECOND));
      await openPanel(options, "Changes");
      await waitForCard(options, [/Nothing has changed since/]);
      await lookForNews(options);
      await waitForCard(options, [
        /1 rule added and 1 rule removed/,
        /Added \(1\)\s+fold: from:@gran_knits/,
        /Removed \(1\)\s+fold: from:@tram_watcher/,
      ]);
      await expectSecond();
    });

    it("refuses copies that are no list, too large, changed or not there; the old one works on", async () => {
      const good = await maker.publish(SECOND);
      let ended = false;
      const loop = { location: LIST_URL };
      const hostile: readonly [string, Answer | string, RegExp][] = [
        ["a web page", WEB_PAGE, /It is a web page, not a list/],
        ["404", plainFile("not found", { status: 404 }), /There is no list at this address \(404\)/],
        ["a redirect without end", plainFile("", { status: 302, headers: loop }), /redirects without end/],
        [
          "a stream without end",
          withoutEnd(() => {
            ended = true;
          }),
          /larger than 10 MB/,
        ],
        ["changed after it was signed", `${good}fold: from:@one_word\n`, /does not fit its text/],
        ["nothing", hangUp(), /broke off|cannot be reached/],
        ["no rule", await maker.publish(["! nothing here"]), /no rule/],
      ];
      for (const [what, answer, problem] of hostile) {
        serve(answer);
        await lookForNews(options);
        await waitForCard(options, [/The last look failed\. The copy you have works on/, problem]).catch(
          (error: unknown) => {
            throw new Error(`${what}: ${(error as Error).message}`);
          },
        );
      }
      await waitFor("the stream to be let go", () => ended);
      await expectSecond();
      serve(good);
      await lookForNews(options);
      await waitForCard(options, [/Up to date/, /32 rules/]);
    });

    it("lets copies wait that grew, lost their key or ask for more; the old one works on", async () => {
      const thief = await newMaker();
      const waiting: readonly [string, string, RegExp][] = [
        ["grown tenfold", await maker.publish([...SECOND, ...filler(320)]), /It grew a lot/],
        ["another key", await thief.publish([...SECOND, "fold: from:@one_word"]), /signed with another key/],
        ["no key", maker.unsigned([...SECOND, "fold: from:@one_word"]), /Its signature is gone/],
        ["asks to hide", await maker.publish(WANTS_TO_HIDE), /It asks for more[^]*hide/],
      ];
      for (const [what, text, reason] of waiting) {
        serve(text);
        await lookForNews(options);
        await waitForCard(options, [/A new copy waits for you to look at it/]);
        await openPanel(options, "Look at the new copy");
        await waitForCard(options, [reason, /works on/, /What would change/]).catch((error: unknown) => {
          throw new Error(`${what}: ${(error as Error).message}`);
        });
      }
      await expectSecond();
    });

    it("does not offer a copy again that was not wanted", async () => {
      await pressIn(options, "Keep the old copy");
      await waitForCard(options, [/Up to date/]);
      await lookForNews(options);
      await waitForCard(options, [/Up to date/]);
      await expectSecond();
    });

    it("never hides where only folding is granted, also once the new copy is let in", async () => {
      serve(await maker.publish([...WANTS_TO_HIDE, "fold: from:@nobody_else"]));
      await lookForNews(options);
      await waitForCard(options, [/A new copy waits/]);
      await openPanel(options, "Look at the new copy");
      await pressIn(options, "Use the new copy");
      await waitForCard(options, [/Up to date/, /34 rules/, /May label and fold posts/i]);
      await timeline.bringToFront();
      await waitForPost(timeline, SHORT, { action: "fold", visible: false });
    });

    it("switches a single rule off", async () => {
      await openPanel(options, "Rules");
      await clickInSight(
        options,
        '::-p-xpath(//li[code[.="fold: from:@gran_knits"]]//button[normalize-space()="Switch off"])',
      );
      await timeline.bringToFront();
      await waitForPost(timeline, OTHER_HUMAN, { action: "keep", visible: true });
      expect((await standing(timeline))[SHORT]?.action).toBe("fold");
    });

    it("goes back to the first copy, and stays there", async () => {
      await openPanel(options, "Versions");
      await clickInSight(options, ".versions li:last-child button");
      await waitForCard(options, [/Pinned: stays at the copy/, /32 rules/]);
      await timeline.bringToFront();
      await waitForPost(timeline, HUMAN, { action: "fold", visible: false });
      await waitForPost(timeline, SHORT, { action: "keep", visible: true });
    });

    it("makes a fork that brings the list along, without the rule that was switched off", async () => {
      await clickInSight(options, `button[aria-label="Fork (${TITLE})"]`);
      await waitForWords(options, /A fork of Reply bots by hand/);
      const text = await sharedText(options, /include:/);
      expect(text).toContain(`include: ${LIST_URL}`);
      expect(text).toContain("- fold: from:@gran_knits");
      serve(await maker.publish(SECOND));
      shelf.put("/fork.txt", `${text}fold: from:@one_word\n`);
      await clickInSight(options, "#add-list");
      await options.keyboard.type(`https://${LIST_HOST}/fork.txt`);
      await press(options, "Look at it");
      await waitForWords(options, /It brings along:/);
      await press(options, "Subscribe");
      await waitForCard(options, [/Up to date/], FORK_TITLE);
      await timeline.bringToFront();
      await waitForPost(timeline, SHORT, { action: "fold", visible: false });
    });

    it("forgets everything of a list that is left, and shows its posts again", async () => {
      for (const name of [FORK_TITLE, TITLE]) {
        await openPanel(options, "Unsubscribe…", name);
        await pressIn(options, "Unsubscribe", name);
        await waitForWords(options, new RegExp(`Everything of ${name} is gone`));
      }
      await waitForWords(options, /You follow no list yet/);
      await timeline.bringToFront();
      for (const id of [HUMAN, OTHER_HUMAN, SHORT, FIGS])
        await waitForPost(timeline, id, { action: "keep", visible: true });
      expect((await standing(timeline))[MACHINE]?.action).toBe("label");
      const stored = await storedWords(options);
      for (const trace of ["nobody_", "gran_knits", TITLE, maker.signer.publicKey])
        expect(stored).not.toContain(trace);
    });

    it("follows a list that another person makes and signs on their own pages", async () => {
      const other = await openWorld(kind, shelf.pages);
      try {
        const pages = await other.driver().openOwn("options.html");
        await writeRules(pages, "fold: figs");
        await clickInSight(pages, "#share-head-title");
        await pages.keyboard.type("Figs no more");
        await clickInSight(pages, "::-p-xpath(//summary[starts-with(., 'Sign it')])");
        await clickInSight(pages, "::-p-xpath(//button[normalize-space()='Make a new key'])");
        await clickInSight(pages, "::-p-xpath(//button[normalize-space()='Save the key file'])");
        shelf.put("/figs.txt", await sharedText(pages, /signature:[^]*fold: figs/));
        const print = /Its fingerprint: ([0-9a-f ]{39})/.exec(
          await waitForWords(pages, /Its fingerprint: \S/),
        )?.[1];

        await clickInSight(options, "#add-list");
        await options.keyboard.type(`https://${LIST_HOST}/figs.txt`);
        await press(options, "Look at it");
        expect(await waitForWords(options, /What you let it do/)).toContain(`fingerprint is ${print}`);
        await press(options, "Subscribe");
        await waitForCard(options, [/Up to date/, /1 rule, .*signed/], "Figs no more");
        await timeline.bringToFront();
        await waitForPost(timeline, FIGS, { action: "fold", visible: false });

        await writeRules(pages, "fold: from:@one_word");
        await clickInSight(pages, "#share-head-title");
        shelf.put("/figs.txt", await sharedText(pages, /signature:[^]*fold: from:@one_word/));
        await lookForNews(options, "Figs no more");
        await timeline.bringToFront();
        await waitForPost(timeline, SHORT, { action: "fold", visible: false });
        await waitForPost(timeline, FIGS, { action: "keep", visible: true });
        expect(other.driver().errors).toEqual([]);
      } finally {
        await other.end();
      }
    });

    it("gives up on the list that drips", async () => {
      await slow.bringToFront();
      await waitFor(
        "the end of the drip",
        () => slow.evaluate(() => /did not arrive within 60 seconds/.test(document.body.innerText)),
        70_000,
      );
    }, 80_000);

    it("wrote no errors", () => {
      expect(world.driver().errors).toEqual([]);
    });
  });
});
