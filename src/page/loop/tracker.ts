import { type Post, postKey } from "../../core/vocab/post";
import type { SiteDefinition } from "../../core/vocab/site";
import { readId, readPost, unitOf } from "../read";
import type { Dom } from "../read/dom";
import { type Entry, fill, newEntry } from "./entry";
import type { Env } from "./env";

export interface TrackerOptions {
  dom: Dom;
  site: SiteDefinition;
  env: Env;
  /** Address of the page, and the person's own handle. */
  context: () => { url: string; me: string | undefined };
  isKnown: (key: string) => boolean;
  /** Whether there is no verdict yet for what this element holds. */
  isUnsettled: (entry: Entry) => boolean;
  /** The post that an element's mark stands for, or null. */
  markedFor: (entry: Entry) => string | null;
  /** An element was read, for the first time or anew. False stops the reading. */
  onRead: (entry: Entry, first: boolean) => boolean;
  /** The element holds something else than its mark says. */
  onStale: (entry: Entry) => void;
  onForget: (entry: Entry) => void;
  /** Some were read: put on the page what follows. */
  onDone: () => void;
}

export interface Tracker {
  entries: ReadonlyMap<Element, Entry>;
  entryOf(cell: Element): Entry | undefined;
  /** A post appeared, or may hold other content. */
  visit(post: Element): void;
  reread(post: Element): void;
  /** Read again, soon, all that is near and has no verdict, or simply all that is near. */
  readNear(all: boolean): void;
  forget(entry: Entry): void;
  /** Let go of elements that left the page, in a second. */
  pruneSoon(): void;
  clear(): void;
}

/** How far from the viewport posts are read, so that they are judged before they are seen. */
const MARGIN = "150% 0px";
/** Reading yields to the page after this long. */
const SLICE_MS = 8;
const PRUNE_MS = 1_000;

/** Knows which posts are on the page, and reads those that come near. */
export const createTracker = (options: TrackerOptions): Tracker => {
  const { dom, site, env, context, isKnown, isUnsettled, markedFor, onRead, onStale, onForget, onDone } =
    options;
  const entries = new Map<Element, Entry>();
  const byCell = new WeakMap<Element, Entry>();
  const toRead = new Set<Entry>();
  let reading: ReturnType<typeof setTimeout> | undefined;
  let pruning: ReturnType<typeof setTimeout> | undefined;

  const read = (entry: Entry): boolean => {
    const first = entry.key === null;
    const before = entry.key;
    fill(entry, readPost(site, entry.post, context()));
    if (!first && entry.key !== before) onStale(entry);
    return onRead(entry, first);
  };

  const readSome = (): void => {
    reading = undefined;
    const until = env.now() + SLICE_MS;
    for (const entry of toRead) {
      toRead.delete(entry);
      if (entries.get(entry.post) === entry && dom.isConnected(entry.post) && !read(entry)) return;
      if (env.now() > until) break;
    }
    onDone();
    if (toRead.size > 0) readSoon();
  };

  const readSoon = (): void => {
    reading ??= setTimeout(readSome, 0);
  };

  const near = new env.IntersectionObserver(
    (seen) => {
      for (const { target: cell, isIntersecting } of seen) {
        const entry = byCell.get(cell);
        if (!entry) continue;
        entry.near = isIntersecting;
        if (!isIntersecting) toRead.delete(entry);
        else if (isUnsettled(entry)) toRead.add(entry);
      }
      if (toRead.size > 0 && reading === undefined) readSome();
    },
    { rootMargin: MARGIN },
  );

  /** The key alone; for a post without an id of the site's, that takes reading all of it. */
  const keyOf = (post: Element): string | null => {
    const id = readId(site, post) ?? readPost(site, post, context())?.id;
    return id === undefined ? null : postKey({ site: site.id, id } satisfies Pick<Post, "site" | "id">);
  };

  const visit = (post: Element): void => {
    const unit = unitOf(site, post);
    let entry = entries.get(post);
    if (entry && (entry.unit.cell !== unit.cell || entry.unit.act !== unit.act)) {
      forget(entry);
      entry = undefined;
    }
    if (!entry) {
      entry = newEntry(post, unit);
      entries.set(post, entry);
      byCell.set(unit.cell, entry);
      near.observe(unit.cell);
    }
    const key = keyOf(post);
    const marked = markedFor(entry);
    if (marked !== null && marked !== key) onStale(entry);
    // If it is known, what stands is put on it at once, before the site measures it.
    if (key !== null && isKnown(key)) read(entry);
  };

  const forget = (entry: Entry): void => {
    near.unobserve(entry.unit.cell);
    entries.delete(entry.post);
    toRead.delete(entry);
    onForget(entry);
  };

  const prune = (): void => {
    pruning = undefined;
    for (const entry of [...entries.values()]) if (!dom.isConnected(entry.post)) forget(entry);
    onDone();
  };

  return {
    entries,
    entryOf: (cell) => byCell.get(cell),
    visit,
    reread: (post) => {
      const entry = entries.get(post);
      if (!entry) visit(post);
      else if (entry.key !== null && dom.isConnected(post)) read(entry);
      else if (entry.near) {
        toRead.add(entry);
        readSoon();
      }
    },
    readNear: (all) => {
      for (const entry of entries.values()) if (entry.near && (all || isUnsettled(entry))) toRead.add(entry);
      if (toRead.size > 0) readSoon();
    },
    forget,
    pruneSoon: () => {
      pruning ??= setTimeout(prune, PRUNE_MS);
    },
    clear: () => {
      clearTimeout(reading);
      clearTimeout(pruning);
      reading = pruning = undefined;
      toRead.clear();
      near.disconnect();
      entries.clear();
    },
  };
};
