import { explain as explainInWords } from "../core/judge/explain";
import { strengthOf } from "../core/vocab/action";
import type { Health } from "../core/vocab/health";
import { type Post, postKey } from "../core/vocab/post";
import type { SiteDefinition } from "../core/vocab/site";
import { emptyTally, type Tally } from "../core/vocab/tally";
import type { Verdict } from "../core/vocab/verdict";
import { browserEnv, type Env } from "./loop/env";
import { type Ask, JudgeQueue } from "./loop/judge-queue";
import { changesOf } from "./loop/mutations";
import { collapses, type Explain, treatmentOf } from "./loop/place";
import { ReaderHealth } from "./loop/reader-health";
import { Records } from "./loop/records";
import { createReporter, type Report } from "./loop/reporter";
import { watchRoots } from "./loop/roots";
import { findPosts, readId, readMe, readPost, type Unit, unitOf } from "./read";
import { domOf } from "./read/dom";
import { hash } from "./read/hash";
import { createShow, type Treatment } from "./show/show";
import { groundOf } from "./show/theme";

export interface FeedState {
  on: boolean;
  paused: boolean;
}

/** Keys of posts (see `postKey`) that the person chose to see; may outlive the page. */
export interface ShownStore {
  has(key: string): boolean;
  add(key: string): unknown;
  delete(key: string): unknown;
}

export interface FeedOptions {
  document: Document;
  site: SiteDefinition;
  /** At most 32 posts at a time; verdicts in the same order. May reject: posts stay shown, it is asked again. */
  judge: (posts: Post[]) => Promise<Verdict[]>;
  /** Told, at most about three times a second, what was done and whether reading works. */
  report: (report: Report) => unknown;
  signal: AbortSignal;
  /** On and not paused, unless said otherwise. */
  state?: FeedState;
  explain?: Explain;
  shown?: ShownStore;
  url?: () => string;
  env?: Partial<Env>;
}

export interface Feed {
  /** The settings changed: ask again for what is near; what stands stays until the answer is there. */
  rejudge(): void;
  /** Off or paused: everything is undone, and nothing is read. */
  setState(state: FeedState): void;
  /** Show every post that was acted on so far. */
  showAll(): void;
  stop(): void;
}

interface Entry {
  post: Element;
  unit: Unit;
  near: boolean;
  /** Null until it was read. */
  key: string | null;
  hash: number;
  read: Post | null;
  /** Its height waits to change until it is reached. */
  waits: boolean;
  /** Its record was put on it before. */
  placed: boolean;
}

/** How far from the viewport posts are read, so that they are judged before they are seen. */
const MARGIN = "150% 0px";
/** Reading yields to the page after this long. */
const SLICE_MS = 8;
const THEME_EVERY_MS = 1_000;

/** All that a verdict may depend on. */
const contentHash = ({ author, text, lang, surface, is, media, links, quote, repostedBy }: Post): number =>
  hash(JSON.stringify([author, text, lang, surface, is, media, links, quote, repostedBy]));

/** Read the posts of a page as they come near, have them judged, and show what follows. */
export const startFeed = (options: FeedOptions): Feed => {
  const { document, site, signal } = options;
  const env: Env = { ...browserEnv(), ...options.env };
  const explain: Explain = options.explain ?? explainInWords;
  const shown: ShownStore = options.shown ?? new Set<string>();
  const url = options.url ?? (() => document.location.href);
  const dom = domOf(document);

  const entries = new Map<Element, Entry>();
  const byCell = new WeakMap<Element, Entry>();
  const records = new Records();
  const health = new ReaderHealth(site);
  const tally: Tally = emptyTally();
  const counted = new Set<number>();
  const restored = new WeakMap<Element, string>();
  const toRead = new Set<Entry>();
  const toApply = new Set<Entry>();

  let state: FeedState = { on: false, paused: false };
  let generation = 1;
  let hasRoots = false;
  let broken: string | null = null;
  let problem: string | null = null;
  let marksRemoved = false;
  let me: string | undefined;
  let lastUrl = "";
  let themeAt = -Infinity;
  let reading: ReturnType<typeof setTimeout> | undefined;
  let pruning: ReturnType<typeof setTimeout> | undefined;

  const isActive = (): boolean => state.on && !state.paused && !signal.aborted;

  const readerHealth = (): Health => {
    if (!isActive()) return { state: "idle" };
    if (broken !== null) return { state: "failed", message: broken };
    if (problem !== null) return { state: "failed", message: `Posts could not be judged and are shown: ${problem}`.slice(0, 1_000) };
    if (!hasRoots) return { state: "starting" };
    return marksRemoved
      ? { state: "ok", message: "This page removes Winnow's marks. The posts concerned are shown." }
      : { state: "ok" };
  };

  const report = createReporter(options.report, () => ({ tally, reader: readerHealth() }), signal);

  const show = createShow({
    dom,
    trusted: env.trusted,
    onToggle: (keys, nowShown) => {
      for (const key of keys) {
        if (nowShown) shown.add(key);
        else shown.delete(key);
      }
      for (const entry of entries.values()) if (entry.key !== null && keys.includes(entry.key)) toApply.add(entry);
      applyAll(true);
    },
  });

  const queue = new JudgeQueue({
    judge: options.judge,
    signal,
    onProblem: (next) => {
      problem = next;
      report();
    },
    onVerdicts: (asks, verdicts) => {
      if (!isActive()) return;
      const keys = new Set<string>();
      asks.forEach((ask, index) => {
        const verdict = verdicts[index];
        if (verdict && learn(ask, verdict)) keys.add(ask.key);
      });
      for (const entry of entries.values()) if (entry.key !== null && keys.has(entry.key)) toApply.add(entry);
      applyAll();
      report();
    },
  });

  const learn = ({ key, hash: asked, generation: of }: Ask, verdict: Verdict): boolean => {
    const old = records.get(key);
    if (old && old.generation > of) return false;
    if (old) tally[old.verdict.action] -= 1;
    tally[verdict.action] += 1;
    const { held = false, run = 0, placed = false } = old ?? {};
    records.set(key, { hash: asked, verdict, generation: of, held, run, placed });
    return true;
  };

  // ---- reading

  const ask = (entry: Entry, post: Post, key: string): void => {
    if (!queue.isWaiting(key, entry.hash)) queue.add({ key, hash: entry.hash, generation, post });
  };

  /** Read a post; put on it what is known, and ask for what is not. */
  const settle = (entry: Entry): void => {
    const post = readPost(site, entry.post, { url: url(), me });
    if (entry.key === null) {
      health.note(post);
      const field = health.broken();
      if (field) return breakDown(field);
    }
    const key = post && postKey(post);
    if (entry.key !== key) toApply.add(entry);
    entry.key = key;
    entry.read = post;
    if (!post || key === null) return;
    entry.hash = contentHash(post);
    const name = hash(key);
    if (!counted.has(name)) {
      if (counted.size > 50_000) counted.clear();
      counted.add(name);
      tally.read += 1;
      report();
    }
    const record = records.get(key);
    if (record) toApply.add(entry);
    if (!record || record.hash !== entry.hash || record.generation !== generation) ask(entry, post, key);
  };

  const readSome = (): void => {
    reading = undefined;
    const until = env.now() + SLICE_MS;
    for (const entry of toRead) {
      toRead.delete(entry);
      if (entries.get(entry.post) === entry && dom.isConnected(entry.post)) settle(entry);
      if (env.now() > until) break;
    }
    applyAll();
    if (toRead.size > 0) reading ??= setTimeout(readSome, 0);
  };

  /** A post appeared. If it is known, what stands is put on it at once, before the site measures it. */
  const visit = (post: Element): void => {
    if (broken !== null) return;
    const unit = unitOf(site, post);
    let entry = entries.get(post);
    if (entry && (entry.unit.cell !== unit.cell || entry.unit.act !== unit.act)) {
      forget(entry);
      entry = undefined;
    }
    if (!entry) {
      entry = { post, unit, near: false, key: null, hash: 0, read: null, waits: false, placed: false };
      entries.set(post, entry);
      byCell.set(unit.cell, entry);
      near.observe(unit.cell);
    }
    const key = keyOf(post);
    if (key !== null && records.get(key)) settle(entry);
    else if (show.keyOf(unit.act) !== null && show.keyOf(unit.act) !== key) toApply.add(entry);
  };

  /** The key alone; for a post without an id of the site's, that takes reading all of it. */
  const keyOf = (post: Element): string | null => {
    const id = readId(site, post) ?? readPost(site, post, { url: url(), me })?.id;
    return id === undefined ? null : postKey({ site: site.id, id });
  };

  const forget = (entry: Entry): void => {
    near.unobserve(entry.unit.cell);
    edge.unobserve(entry.unit.cell);
    if (show.keyOf(entry.unit.act) === entry.key) show.apply(target(entry), null);
    entries.delete(entry.post);
    toRead.delete(entry);
    toApply.delete(entry);
  };

  const prune = (): void => {
    pruning = undefined;
    for (const entry of [...entries.values()]) if (!dom.isConnected(entry.post)) forget(entry);
    applyAll();
  };

  // ---- showing

  const target = ({ key, unit }: Entry) => ({ key: key ?? "", cell: unit.cell, act: unit.act });

  const applyAll = (byPerson = false): void => {
    const batch = [...toApply].sort((a, b) => (dom.precedes(a.post, b.post) ? -1 : 1));
    toApply.clear();
    roots.writing(() => {
      const now = env.now();
      if (batch.length > 0 && now - themeAt > THEME_EVERY_MS) {
        themeAt = now;
        show.setGround(groundOf(dom, document, env.getComputedStyle));
      }
      for (const entry of batch) {
        if (entries.get(entry.post) !== entry) continue;
        // One that was taken out has no place; what is known of it waits for its return.
        if (dom.isConnected(entry.post)) place(entry, byPerson);
        else forget(entry);
      }
      show.finish();
    });
  };

  /** Give an element what its record asks for. Nothing above what is being read changes its height. */
  const place = (entry: Entry, byPerson: boolean): void => {
    const { act, cell } = entry.unit;
    const record = entry.key === null ? undefined : records.get(entry.key);
    if (!record || entry.key === null) return show.apply(target(entry), null);
    const standing = show.keyOf(act) === entry.key ? show.standing(act) : null;
    if (record.verdict.action === "hide" && !record.placed) record.run = runBefore(cell);
    let wanted = treatmentOf(record, entry.read?.author?.name ?? entry.read?.author?.handle ?? "", shown.has(entry.key), explain);
    if (byPerson && wanted) {
      record.held = false;
      wanted = { ...wanted, held: false };
    }
    // An element that just came with a known post is as high as the site remembers it: no question then.
    const late = entry.placed || !record.placed;
    if (!byPerson && late && collapses(wanted) !== collapses(standing) && dom.rect(cell).top < 0) {
      if (collapses(wanted) && wanted) {
        record.held = true;
        wanted = { ...wanted, held: true };
      } else wanted = standing;
      wait(entry);
    } else if (wanted?.held) wait(entry);
    record.placed = entry.placed = true;
    show.apply(target(entry), wanted);
  };

  const wait = (entry: Entry): void => {
    entry.waits = true;
    edge.observe(entry.unit.cell);
  };

  /** How many hidden posts stand in a row before this cell. */
  const runBefore = (cell: Element): number => {
    let before = dom.previousElement(cell);
    for (let steps = 0; before && steps < 2 && !byCell.get(before); steps += 1) before = dom.previousElement(before);
    const key = before && byCell.get(before)?.key;
    const record = key ? records.get(key) : undefined;
    return record?.verdict.action === "hide" && key && !shown.has(key) ? record.run + 1 : 0;
  };

  // ---- watching

  const near = new env.IntersectionObserver(
    (seen) => {
      for (const { target: cell, isIntersecting } of seen) {
        const entry = byCell.get(cell);
        if (!entry) continue;
        entry.near = isIntersecting;
        if (!isIntersecting) toRead.delete(entry);
        else if (isUnsettled(entry)) toRead.add(entry);
      }
      if (toRead.size > 0 && reading === undefined && isActive() && broken === null) readSome();
    },
    { rootMargin: MARGIN },
  );

  const isUnsettled = ({ key, hash: read }: Entry): boolean => {
    const record = key === null ? undefined : records.get(key);
    return !record || record.hash !== read || record.generation !== generation;
  };

  /** Posts whose height waits: once their top is in view or below it, a change moves nothing that is read. */
  const edge = new env.IntersectionObserver(
    (seen) => {
      for (const { target: cell, boundingClientRect } of seen) {
        const entry = byCell.get(cell);
        if (!entry?.waits || boundingClientRect.top < 0 || boundingClientRect.height === 0) continue;
        entry.waits = false;
        edge.unobserve(cell);
        const record = entry.key === null ? undefined : records.get(entry.key);
        if (record) record.held = false;
        toApply.add(entry);
      }
      if (toApply.size > 0) applyAll();
    },
    { threshold: [0, 0.25, 0.5, 0.75, 0.9, 1] },
  );

  const onNavigation = (): void => {
    const now = url();
    if (now === lastUrl) return;
    lastUrl = now;
    me = readMe(site, document);
    health.reset();
    if (broken !== null) restart();
    for (const entry of entries.values()) if (entry.near) toRead.add(entry);
  };

  const restart = (): void => {
    broken = null;
    health.reset();
    for (const root of currentRoots) for (const post of findPosts(site, root)) visit(post);
  };

  let currentRoots: Element[] = [];

  const roots = watchRoots({
    dom,
    site,
    document,
    MutationObserver: env.MutationObserver,
    signal,
    onRoots: (found) => {
      currentRoots = found;
      hasRoots = found.length > 0;
      onNavigation();
      restart();
      applyAll();
      pruning ??= setTimeout(prune, 1_000);
      report();
    },
    onChange: (mutations) => {
      if (!isActive()) return;
      onNavigation();
      if (broken !== null) return;
      const changes = changesOf(dom, site, mutations, show.ownerOf);
      for (const post of changes.fresh) visit(post);
      for (const post of changes.dirty) {
        const entry = entries.get(post);
        if (!entry) visit(post);
        else if (entry.key !== null && dom.isConnected(post)) settle(entry);
        else if (entry.near) toRead.add(entry);
      }
      for (const act of changes.lost) onLost(act);
      if (changes.removed) pruning ??= setTimeout(prune, 1_000);
      if (toRead.size > 0) reading ??= setTimeout(readSome, 0);
      if (toApply.size > 0 || changes.removed || changes.fresh.size > 0) applyAll();
    },
  });

  /** The page took our mark away: put it back once for a post, then leave it shown and say so. */
  const onLost = (act: Element): void => {
    const key = show.keyOf(act);
    if (key === null || !dom.isConnected(act)) return;
    const entry = [...entries.values()].find(({ unit, key: own }) => unit.act === act && own === key);
    if (!entry) return;
    if (restored.get(act) !== key) {
      restored.set(act, key);
      toApply.add(entry);
      return;
    }
    shown.add(key);
    marksRemoved = true;
    roots.writing(() => show.apply(target(entry), null));
    forget(entry);
    report();
  };

  const breakDown = (field: string): void => {
    broken = `${site.name} seems to have changed: ${field === "id" ? "links to posts" : field} cannot be read any more. Posts are shown.`;
    undoAll();
    report();
  };

  const undoAll = (): void => {
    clearTimeout(reading);
    clearTimeout(pruning);
    reading = pruning = undefined;
    queue.clear();
    toRead.clear();
    toApply.clear();
    near.disconnect();
    edge.disconnect();
    entries.clear();
    roots.writing(() => show.clear());
  };

  const setState = (next: FeedState): void => {
    const was = isActive();
    state = { ...next };
    if (isActive() && !was) {
      problem = null;
      roots.start();
    } else if (!isActive() && was) {
      undoAll();
      roots.stop();
      hasRoots = false;
      currentRoots = [];
    }
    report();
  };

  env.events.addEventListener("popstate", () => { if (isActive()) onNavigation(); }, { signal });
  // Back from the back/forward cache: what was asked when the page was frozen may never be answered.
  env.events.addEventListener(
    "pageshow",
    (event) => {
      if (!(event as PageTransitionEvent).persisted || !isActive()) return;
      queue.clear();
      restart();
      for (const entry of entries.values()) if (entry.near && isUnsettled(entry)) toRead.add(entry);
      readSome();
    },
    { signal },
  );

  const stop = (): void => {
    if (isActive()) undoAll();
    state = { on: false, paused: false };
    roots.stop();
  };
  signal.addEventListener("abort", () => { undoAll(); roots.stop(); }, { once: true });

  setState(options.state ?? { on: true, paused: false });

  return {
    rejudge: () => {
      generation += 1;
      if (!isActive() || broken !== null) return;
      for (const entry of entries.values()) {
        if (entry.near && entry.read && entry.key !== null) ask(entry, entry.read, entry.key);
      }
    },
    setState,
    showAll: () => {
      for (const [key, { verdict }] of records.all()) if (strengthOf(verdict.action) > strengthOf("label")) shown.add(key);
      for (const entry of entries.values()) if (entry.key !== null) toApply.add(entry);
      applyAll();
    },
    stop,
  };
};
