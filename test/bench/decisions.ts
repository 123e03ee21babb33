import type { Page } from "puppeteer-core";

import type { Driver } from "../../src/dev/browsers/driver";
import { renderArticle, type SamplePost } from "../timeline";
import { ask } from "../../src/dev/browsers/steps";
import { median, percentileOf } from "./figures";

/** No two posts share an id: a post that was seen before keeps its verdict until there is a new one. */
let lastId = 8_000_000_000;
const freshId = (): string => String((lastId += 1));

const HOME = "https://x.com/home";
const POSTS = 100;

/** A post that any model of ours flags: only what is flagged shows on the page when it was decided. */
const flagged = (at: number, seed: string): SamplePost => ({
  handle: `bench_${at}`,
  name: "Bench",
  lang: "en",
  by: "machine",
  ago: 1,
  text:
    `In today's fast-paced digital landscape, step ${at} of ${seed} isn't just an option — it's a necessity. ` +
    "Consistency, authenticity, and strategic storytelling are the keys to unlocking meaningful growth. " +
    "Let's dive in. What's your next step? 🚀",
});

/** Puts a post at the top of the list and waits for its mark, all within the page. */
const timeOne = (page: Page, html: string): Promise<number | null> =>
  page.evaluate(
    (article) =>
      new Promise<number | null>((resolve) => {
        const list = document.querySelector("#timeline")!;
        const cell = document.createElement("div");
        cell.dataset.testid = "cellInnerDiv";
        cell.style.cssText = "position: absolute; width: 100%; top: 0";
        const inner = document.createElement("div");
        inner.innerHTML = article;
        cell.append(inner);
        const started = performance.now();
        // No named function within: the runner's helper for names is not there on the page.
        const observer = new MutationObserver(() => {
          if (!cell.querySelector("[data-winnow]")) return;
          observer.disconnect();
          cell.remove();
          resolve(performance.now() - started);
        });
        observer.observe(cell, { subtree: true, attributes: true, attributeFilter: ["data-winnow"] });
        setTimeout(() => {
          observer.disconnect();
          cell.remove();
          resolve(null);
        }, 5_000);
        list.prepend(cell);
      }),
    html,
  );

const decisions = async (
  page: Page,
  seed: string,
  count: number,
  between?: () => Promise<void>,
): Promise<number[]> => {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    await between?.();
    const time = await timeOne(page, renderArticle(flagged(at, seed), freshId()));
    if (time !== null) times.push(time);
  }
  return times;
};

/** One post at a time, as a feed brings them, with the model loaded. */
export const measureDecisions = async (driver: Driver): Promise<object> => {
  const page = await driver.open(HOME);
  await page.bringToFront();
  await page.waitForSelector("[data-winnow]");
  await decisions(page, "warming up", 5);
  const warm = await decisions(page, "warm", POSTS);
  const stopped = await decisions(page, "stopped", 10, () => driver.killBackground());
  await page.close();
  return {
    "warm ms, median": median(warm),
    "warm ms, p95": percentileOf(warm, 95),
    "warm, posts": warm.length,
    "service worker stopped before, median": median(stopped),
  };
};

/**
 * From the first post in a fresh page to the first mark, where neither service worker nor model run: what a
 * person meets who opens the site first thing after starting the browser.
 */
export const measureColdDecision = async (driver: Driver): Promise<number> => {
  const own = await driver.openOwn("options.html");
  await ask(own, "check-model", {}); // nobody may be loading the model while it is taken away
  await own.evaluate(() => chrome.offscreen.closeDocument());
  await own.close();
  await driver.killBackground();
  const page = await driver.browser.newPage();
  await page.bringToFront();
  await page.evaluateOnNewDocument(() => {
    let posted: number | undefined;
    const state = window as unknown as { firstDecision?: number };
    const observer = new MutationObserver(() => {
      if (posted === undefined && document.querySelector('article[data-testid="tweet"]')) {
        posted = performance.now();
      }
      if (posted !== undefined && document.querySelector("[data-winnow]")) {
        state.firstDecision = performance.now() - posted;
        observer.disconnect();
      }
    });
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["data-winnow"],
    });
  });
  await page.goto(HOME);
  await page.waitForFunction(() => "firstDecision" in window, { polling: 50 });
  const time = await page.evaluate(() => (window as unknown as { firstDecision: number }).firstDecision);
  await page.close();
  return time;
};
