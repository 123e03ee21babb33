import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { choose, writeRules } from "../../src/dev/browsers/steps";
import { sampleSite } from "../../src/dev/server/sample-site";
import { idOf, type SamplePost } from "../timeline";
import { markText, standing, waitForPost } from "./support/feed";
import { openPopup, waitForWords } from "./support/popup";
import { POSTS } from "./support/posts";
import { browsers, openWorld, type World } from "./support/world";

const MARKUP = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><b>bold</b>`;
const machine = POSTS[1]!;

/** Names and texts that want to break something. The page shows them as text; so must we. */
const HOSTILE: readonly SamplePost[] = [
  { ...machine, handle: "markup_name", name: MARKUP },
  { ...machine, handle: "markup_text", text: `${machine.text} ${MARKUP}` },
  { ...machine, handle: "turned_name", name: "\u202Eeman denrut \u2066\u2067" },
  { ...machine, handle: "very_long", text: `${machine.text} `.repeat(330) },
  { ...machine, handle: "null_bytes", text: `nul\uFFFD ${machine.text}`, name: "nul\uFFFDl" },
  { ...machine, handle: "half_pair", text: `${machine.text} \uD83D`, name: "half \uDE00" },
  { ...machine, handle: "stacked", text: machine.text, name: `Z${"\u0335\u0321\u0322".repeat(200)}algo` },
  {
    ...POSTS[0]!,
    handle: "proto",
    name: "__proto__",
    text: "constructor prototype __proto__ toString ok whatever lol",
  },
];

describe.each(browsers)("$kind: a hostile page", ({ kind, missing }) => {
  describe.skipIf(missing)("full of hostile posts", () => {
    let world: World;
    let timeline: Page;
    let options: Page;

    beforeAll(async () => {
      world = await openWorld(kind, sampleSite(HOSTILE, { virtual: false }));
      await world.switchOnX();
      options = await world.driver().openOwn("options.html");
      await choose(options, "flagged", "fold");
      await writeRules(options, "fold: from:@proto");
      timeline = await world.home();
    });
    afterAll(() => world?.end());

    it("is read and judged like any other", async () => {
      await timeline.bringToFront();
      for (const [at, { handle }] of HOSTILE.entries()) {
        await timeline.evaluate((y) => {
          scrollTo(0, y);
        }, at * 240);
        await waitForPost(timeline, idOf(at), { action: "fold", visible: false }).catch((error: unknown) => {
          throw new Error(`@${handle}: ${(error as Error).message}`);
        });
      }
    });

    it("never becomes markup in a mark", async () => {
      const inMarks = await world
        .driver()
        .inShadow(timeline, "[data-winnow-mark]", (root) =>
          [...root.querySelectorAll("*")].map((element) => element.localName),
        );
      expect(inMarks).toHaveLength(HOSTILE.length);
      const ours = new Set(["div", "button", "bdi", "ul", "li", "span", "p"]);
      expect(inMarks.flat().filter((name) => !ours.has(name))).toEqual([]);
      expect(await markText(world.driver(), timeline, idOf(0))).toContain("<img src=x onerror");
      expect(await timeline.evaluate(() => "hacked" in window)).toBe(false);
    });

    it("never turns the line's own words around", async () => {
      const mark = await markText(world.driver(), timeline, idOf(2));
      // What turns the direction is either taken out or kept within an element that isolates it.
      const isolated = await world
        .driver()
        .inShadow(timeline, "[data-winnow-mark]", (root) =>
          [...root.querySelectorAll("bdi")].some((name) => (name.textContent ?? "").includes("eman denrut")),
        );
      expect(/[\u202A-\u202E]/.test(mark) ? isolated.some(Boolean) : true).toBe(true);
    });

    it("shows its words as words on our pages", async () => {
      await writeRules(options, `fold: from:${MARKUP}\n${MARKUP}`);
      await waitForWords(options, /Line 2|line 2/);
      expect(
        await options.evaluate(() => document.querySelector("main img, main script, main b[onerror]")),
      ).toBeNull();
      expect(await options.evaluate(() => "hacked" in window)).toBe(false);
      const popup = await openPopup(world.driver(), timeline, options);
      await waitForWords(popup, /Read \d+ posts here/);
      await popup.close();
    });
  });

  describe.skipIf(missing)("that wants to use us", () => {
    let world: World;
    let timeline: Page;
    const first = idOf(1);

    beforeAll(async () => {
      // No policy of its own: it stops nothing that we must stop.
      world = await openWorld(kind, sampleSite(POSTS, { virtual: false }, ""));
      await world.switchOnX();
      const options = await world.driver().openOwn("options.html");
      await choose(options, "flagged", "fold");
      timeline = await world.home();
      await waitForPost(timeline, first, { action: "fold", visible: false });
    });
    afterAll(() => world?.end());

    it("cannot press our buttons", async () => {
      await timeline.evaluate(() => {
        const host = document.querySelector<HTMLElement>("[data-winnow-mark]")!;
        const { right, top, height } = host.getBoundingClientRect();
        for (const type of [
          "pointerdown",
          "mousedown",
          "pointerup",
          "mouseup",
          "click",
          "keydown",
          "keyup",
        ]) {
          for (const target of [
            host,
            host.parentElement!,
            document.elementFromPoint(right - 40, top + height / 2)!,
          ]) {
            const place = { bubbles: true, composed: true, clientX: right - 40, clientY: top + height / 2 };
            target.dispatchEvent(
              type.startsWith("key")
                ? new KeyboardEvent(type, { ...place, key: "Enter" })
                : new MouseEvent(type, place),
            );
          }
        }
        host.click();
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect((await standing(timeline))[first]).toMatchObject({
        action: "fold",
        shown: false,
        visible: false,
      });
    });

    it("cannot send us messages", async () => {
      const id = new URL(world.driver().base).host;
      const heard = await timeline.evaluate(async (extension) => {
        const heard: unknown[] = [];
        const envelope = { to: "background", name: "pause-tab", request: { tabId: 1, paused: true } };
        addEventListener("message", (event) => {
          if (event.data !== envelope && (event.data as { ok?: unknown }).ok !== undefined)
            heard.push(event.data);
        });
        for (const name of ["pause-tab", "status", "judge", "show-all", "tab-state", "classify"]) {
          for (const to of ["background", "feed", "classifier"]) postMessage({ ...envelope, name, to }, "*");
          document.dispatchEvent(new CustomEvent(name, { detail: envelope }));
        }
        type Runtime = { sendMessage?: (...all: unknown[]) => Promise<unknown> } | undefined;
        for (const name of ["chrome", "browser"]) {
          const runtime = (window as unknown as Record<string, { runtime?: Runtime } | undefined>)[name]
            ?.runtime;
          try {
            const answer = await runtime?.sendMessage?.(extension, envelope);
            if (answer !== undefined) heard.push(answer);
          } catch {
            // refused, as it should be
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
        return heard;
      }, id);
      expect(heard).toEqual([]);
      expect((await standing(timeline))[first]).toMatchObject({ action: "fold", visible: false });
    });

    it("cannot load our files, and so not find out that we are there", async () => {
      const { base } = world.driver();
      const loaded = await timeline.evaluate(async (address) => {
        const loaded: string[] = [];
        for (const path of [
          "manifest.json",
          "options.html",
          "popup.html",
          "icon128.png",
          "ort/ort-wasm-simd-threaded.wasm",
        ]) {
          await fetch(`${address}/${path}`).then(
            () => loaded.push(path),
            () => undefined,
          );
        }
        return loaded;
      }, base);
      expect(loaded).toEqual([]);
    });

    it("sees no way into a mark", async () => {
      const open = await timeline.evaluate(() =>
        [...document.querySelectorAll("[data-winnow-mark]")].filter((host) => host.shadowRoot !== null),
      );
      expect(open).toEqual([]);
    });

    it("may tear our marks out: the post can be read, and nothing loops", async () => {
      const changes = await timeline.evaluate(async () => {
        let changes = 0;
        new MutationObserver((records) => {
          changes += records.length;
        }).observe(document.body, { childList: true, subtree: true, attributes: true });
        for (const host of document.querySelectorAll("[data-winnow-mark]")) host.remove();
        for (const acted of document.querySelectorAll("[data-winnow]")) acted.removeAttribute("data-winnow");
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        return changes;
      });
      expect(changes).toBeLessThan(200);
    });
  });
});
