import { JSDOM, VirtualConsole } from "jsdom";
import type { Page } from "puppeteer-core";

import { siteForUrl } from "../../core/sites";
import { MAX_BATCH } from "../../core/vocab/limits";
import type { Post } from "../../core/vocab/post";
import type { Verdict } from "../../core/vocab/verdict";
import { findPosts, readMe, readPost } from "../../page/read";
import { waitFor } from "../browsers/driver";
import { ask } from "../browsers/steps";

/** One post of the timeline: as it was read, as it was judged, and what stands on the page. */
export interface Row {
  readonly post: Post;
  readonly verdict: Verdict;
  readonly done: string;
}

interface Snapshot {
  readonly posts: Map<string, Post>;
  readonly done: Map<string, string>;
}

const snapshot = async (page: Page, url: string, into: Snapshot): Promise<void> => {
  const site = siteForUrl(url);
  if (!site) throw new Error(`no site is known for ${url}`);
  const { document } = new JSDOM(await page.content(), { url, virtualConsole: new VirtualConsole() }).window;
  const me = readMe(site, document);
  for (const element of findPosts(site, document)) {
    const post = readPost(site, element, { url, me });
    if (!post) continue;
    into.posts.set(post.id, post);
    const acted = element.closest("[data-winnow]")?.getAttribute("data-winnow");
    if (acted) into.done.set(post.id, acted);
  }
};

/** Scrolls until nothing new comes, a screen at a time, and waits there until the page settles. */
const scrollThrough = async (page: Page, atEachStop: () => Promise<void>): Promise<void> => {
  const position = (): Promise<number> => page.evaluate(() => scrollY + document.body.scrollHeight / 1e6);
  for (let before = -1, now = 0, steps = 0; now !== before && steps < 200; steps += 1) {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await atEachStop();
    before = await position();
    await page.evaluate(() => {
      scrollBy(0, innerHeight * 0.8);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    now = await position();
  }
};

/**
 * Reads the timeline from top to bottom with Winnow in it.
 * @param own one of Winnow's own pages: it may ask for a verdict again, with its causes
 */
export const readThrough = async (page: Page, own: Page, url: string): Promise<Row[]> => {
  const found: Snapshot = { posts: new Map(), done: new Map() };
  await waitFor("the first decision", () => page.$("[data-winnow]"), 30_000).catch(() => undefined);
  await scrollThrough(page, () => snapshot(page, url, found));
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const posts = [...found.posts.values()];
  const verdicts: Verdict[] = [];
  for (let at = 0; at < posts.length; at += MAX_BATCH) {
    const batch = posts.slice(at, at + MAX_BATCH);
    verdicts.push(...(await ask<{ verdicts: Verdict[] }>(own, "judge", { posts: batch })).verdicts);
  }
  return posts.map((post, at) => ({ post, verdict: verdicts[at]!, done: found.done.get(post.id) ?? "keep" }));
};
