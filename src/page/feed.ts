import { explain as explainInWords } from "../core/judge/explain";
import { surfaceOf } from "../core/sites";
import { strengthOf } from "../core/vocab/action";
import type { Health } from "../core/vocab/health";
import type { Verdict } from "../core/vocab/verdict";
import type { Entry } from "./loop/entry";
import { isBarren, watchBarren } from "./loop/barren";
import { browserEnv, type Env } from "./loop/env";
import { brokenWords, healthOf } from "./loop/health-words";
import { JudgeQueue } from "./loop/judge-queue";
import { changesOf } from "./loop/mutations";
import { listenToPage } from "./loop/page-events";
import type { Feed, FeedOptions, FeedState } from "./loop/options";
import { createPlacer, type ShownStore } from "./loop/placer";
import { ReaderHealth } from "./loop/reader-health";
import { Records } from "./loop/records";
import { createReporter } from "./loop/reporter";
import { watchRoots } from "./loop/roots";
import { Scoreboard } from "./loop/scoreboard";
import { createTracker } from "./loop/tracker";
import { findPosts, readMe } from "./read";
import { domOf } from "./read/dom";
import { createShow } from "./show/show";

export type { Feed, FeedOptions, FeedState } from "./loop/options";

/** Read the posts of a page as they come near, have them judged, and show what follows. */
export const startFeed = (options: FeedOptions): Feed => {
  const { document, site, signal } = options;
  const env: Env = { ...browserEnv(), ...options.env };
  const shown: ShownStore = options.shown ?? new Set<string>();
  const url = options.url ?? (() => document.location.href);
  const dom = domOf(document);
  const records = new Records();
  const board = new Scoreboard(records);
  const health = new ReaderHealth(site);
  /** The post that an element lost its mark for, and got it back once. */
  const restored = new WeakMap<Element, string>();

  let state: FeedState = { on: false, paused: false };
  let ended = false;
  let generation = 1;
  let currentRoots: Element[] = [];
  let broken: string | null = null;
  let problem: string | null = null;
  let marksRemoved = false;
  let me: string | undefined;
  let lastUrl = "";

  const isActive = (): boolean => state.on && !state.paused && !ended;

  const readerHealth = (): Health =>
    healthOf({ active: isActive(), broken, problem, hasList: currentRoots.length > 0, marksRemoved });

  const report = createReporter(
    options.report,
    () => ({ tally: board.tally, reader: readerHealth() }),
    signal,
  );

  // ---- judging

  const queue = new JudgeQueue({
    judge: options.judge,
    signal,
    onProblem: (next) => {
      problem = next;
      report();
    },
    onVerdicts: (asks, verdicts) => {
      if (!isActive()) return;
      const learnt = asks.filter((ask, index) => board.learn(ask, verdicts[index] as Verdict));
      placeKeys(new Set(learnt.map(({ key }) => key)));
      report();
    },
  });

  const isUnsettled = ({ key, hash }: Entry): boolean => {
    const record = key === null ? undefined : records.get(key);
    return !record || record.hash !== hash || record.generation !== generation;
  };

  const ask = ({ key, hash, read }: Entry): void => {
    if (key !== null && read && !queue.isWaiting(key, hash)) queue.add({ key, hash, generation, post: read });
  };

  // ---- showing

  const placeKeys = (keys: ReadonlySet<string>, byPerson = false): void => {
    for (const entry of tracker.entries.values())
      if (entry.key !== null && keys.has(entry.key)) placer.add(entry);
    placer.flush(byPerson);
  };

  const show = createShow({
    dom,
    trusted: env.trusted,
    onToggle: (keys, nowShown) => {
      for (const key of keys) {
        if (nowShown) shown.add(key);
        else shown.delete(key);
      }
      placeKeys(new Set(keys), true);
    },
  });

  const placer = createPlacer({
    dom,
    document,
    env,
    show,
    records,
    shown,
    explain: options.explain ?? explainInWords,
    isLive: (entry) => tracker.entries.get(entry.post) === entry,
    entryOf: (cell) => tracker.entryOf(cell),
    writing: (write) => roots.writing(write),
  });

  // ---- reading

  const tracker = createTracker({
    dom,
    site,
    env,
    context: () => ({ url: url(), me }),
    isKnown: (key) => records.get(key) !== undefined,
    isUnsettled,
    markedFor: ({ unit }) => show.keyOf(unit.act),
    onStale: (entry) => placer.add(entry),
    onForget: (entry) => placer.remove(entry),
    onDone: () => placer.flush(),
    onRead: (entry, first) => {
      if (first) {
        health.note(entry.read);
        const field = health.broken();
        if (field) {
          breakDown(field);
          return false;
        }
      }
      if (entry.key === null) return true;
      if (board.countRead(entry.key)) report();
      if (records.get(entry.key)) placer.add(entry);
      if (isUnsettled(entry)) ask(entry);
      return true;
    },
  });

  const breakDown = (what: "text" | "author" | "id" | "post"): void => {
    broken = brokenWords(site.name, what);
    undoAll();
    report();
  };

  const barren = watchBarren(() => {
    if (!isActive() || broken !== null || tracker.entries.size > 0) return;
    if (isBarren(dom, site, currentRoots, surfaceOf(site, url()))) breakDown("post");
  });

  const undoAll = (): void => {
    barren.cancel();
    queue.clear();
    tracker.clear();
    placer.clear();
  };

  // ---- watching

  const visitAll = (): void => {
    broken = null;
    health.reset();
    for (const root of currentRoots) {
      for (const post of findPosts(site, root)) {
        tracker.visit(post);
        if (broken !== null) return;
      }
    }
  };

  /** A single-page site went elsewhere: another surface, perhaps another person, and another chance to be read. */
  const onNavigation = (): void => {
    const now = url();
    if (now === lastUrl) return;
    lastUrl = now;
    me = readMe(site, document);
    if (broken !== null) visitAll();
    health.reset();
    tracker.readNear(true);
  };

  const roots = watchRoots({
    dom,
    site,
    document,
    MutationObserver: env.MutationObserver,
    signal,
    onRoots: (found) => {
      currentRoots = found;
      onNavigation();
      visitAll();
      tracker.pruneSoon();
      placer.flush();
      barren.soon();
      report();
    },
    onChange: (mutations) => {
      if (!isActive()) return;
      onNavigation();
      if (broken !== null) return;
      const changes = changesOf(dom, site, mutations, show.ownerOf);
      for (const post of changes.fresh) if (broken === null) tracker.visit(post);
      for (const post of changes.dirty) if (broken === null) tracker.reread(post);
      for (const act of changes.lost) onLost(act);
      if (changes.removed) tracker.pruneSoon();
      if (placer.pending() || changes.removed || changes.fresh.size > 0) placer.flush();
    },
  });

  /** The page took our mark away: put it back once for a post, then leave it shown and say so. */
  const onLost = (act: Element): void => {
    const key = show.keyOf(act);
    if (key === null || !dom.isConnected(act)) return;
    const entry = [...tracker.entries.values()].find(({ unit, key: own }) => unit.act === act && own === key);
    if (!entry) return;
    if (restored.get(act) !== key) {
      restored.set(act, key);
      placer.add(entry);
      return;
    }
    shown.add(key);
    marksRemoved = true;
    roots.writing(() => tracker.forget(entry));
    report();
  };

  const stopListening = listenToPage(env.events, {
    onNavigation: () => {
      if (isActive()) onNavigation();
    },
    onRevival: () => {
      if (!isActive()) return;
      queue.clear();
      visitAll();
      tracker.readNear(false);
      placer.flush();
    },
  });

  // ---- from outside

  const setState = (next: FeedState): void => {
    const was = isActive();
    state = { ...next };
    if (isActive() && !was) {
      problem = null;
      roots.start();
    } else if (!isActive() && was) {
      undoAll();
      roots.stop();
      currentRoots = [];
    }
    report();
  };

  const stop = (): void => {
    if (ended) return;
    ended = true;
    stopListening();
    undoAll();
    placer.stop();
    roots.stop();
  };

  signal.addEventListener("abort", stop, { once: true });
  setState(options.state ?? { on: true, paused: false });

  return {
    rejudge: () => {
      generation += 1;
      if (!isActive() || broken !== null) return;
      for (const entry of tracker.entries.values()) if (entry.near) ask(entry);
    },
    setState,
    showAll: () => {
      const acted = [...records.all()].filter(
        ([, { verdict }]) => strengthOf(verdict.action) > strengthOf("label"),
      );
      for (const [key] of acted) shown.add(key);
      placeKeys(new Set(acted.map(([key]) => key)));
    },
    posts: () => [...tracker.entries.values()].flatMap(({ read }) => read ?? []),
    stop,
  };
};
