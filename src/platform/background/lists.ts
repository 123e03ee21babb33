import type { SiteNames } from "../../core/rules/conditions";
import { changesOf, differenceOf } from "../../core/lists/difference";
import { sideOf } from "../../core/lists/merge";
import { tombstoneFor } from "../../core/lists/tombstones";
import type { Subscription, Tombstone } from "../../core/vocab/subscription";
import { browser } from "../browser";
import { type LIST_MESSAGES } from "../list-messages";
import { compiledName, readCompiled, writeCompiled } from "../lists/compiled-store";
import { followedHandles } from "../lists/followed";
import { readLedger } from "../lists/ledger";
import { createLists, type Lists } from "../lists/service";
import { listBroken, readDifferences } from "../lists/store";
import { readMerged } from "../lists/texts";
import { viewOfSubscription } from "../lists/view";
import type { ReplyOf, RequestOf } from "../messages";
import { hasOrigins } from "../permissions";
import { loadSettings, updateSettings } from "../settings-store";
import { createSync, type Sync } from "../sync/sync";
import { extensionVersion } from "../tabs";
import type { ListSource } from "./rules";

const ALARM = "lists";

/** Most characters of a text that is shown. */
const TEXT_SHOWN = 3_000_000;

/** Chrome stops a background that calls nothing for half a minute, whatever it downloads. */
const KEEP_ALIVE = 20_000;

const awake = async <T>(work: () => Promise<T>): Promise<T> => {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_ALIVE);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};

/** Calls in quick succession become one, a few seconds after the last: browsers count what is written to sync. */
export const soon = (work: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, 4_000);
  };
};

/** The lists of this browser: downloads, storage and alarms as the browser gives them. */
export const browserLists = (siteNames: SiteNames, changed: () => void): Lists =>
  createLists({
    fetch: (input, init) => fetch(input, init),
    permitted: (origin) => hasOrigins([origin]),
    now: Date.now,
    random: Math.random,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    follows: followedHandles,
    siteNames,
    changed,
    wakeAt: async (time) => {
      if (time === null) await browser.alarms.clear(ALARM);
      else browser.alarms.create(ALARM, { when: time });
    },
  });

/** The same lists as the judge takes them, with compiled rules kept from one start of the background to the next. */
export const listSource = (lists: Lists): ListSource => ({
  version: lists.version,
  granted: lists.granted,
  name: async (rules) => compiledName(rules, await lists.stamp(), extensionVersion()),
  recall: readCompiled,
  remember: writeCompiled,
});

export const browserSync = (lists: Lists): Sync =>
  createSync({
    area: browser.storage.sync,
    lists,
    readSettings: async () => (await loadSettings()).settings,
    changeSettings: updateSettings,
    now: Date.now,
  });

const seen = (tombstones: readonly Tombstone[], key: string, now: number): Tombstone[] =>
  tombstones.map((stone) => (stone.key === key ? { key, text: stone.text, since: now, by: "user" } : stone));

type Handlers = {
  [N in keyof typeof LIST_MESSAGES]: (request: RequestOf<N>) => Promise<ReplyOf<N>>;
};

/** Answers to the pages' messages about lists. */
export const listHandlers = (lists: Lists, sync: Sync): Handlers => {
  const find = async (id: string): Promise<Subscription> => {
    const found = (await lists.all()).find((each) => each.id === id);
    if (!found) throw new Error("There is no such list any more.");
    return found;
  };
  return {
    "list-preview": ({ source, posts }) => awake(() => lists.preview(source, posts)),
    "list-subscribe": async ({ token, grant, name }) =>
      viewOfSubscription(await lists.subscribe(token, grant, name)),
    "list-unsubscribe": async ({ id }) => {
      await lists.unsubscribe(id);
      return {};
    },
    lists: async () => ({
      lists: (await lists.all()).map(viewOfSubscription),
      broken: (await listBroken()).length,
    }),
    "list-change": async ({ id, ...change }) => viewOfSubscription(await lists.change(id, change)),
    "list-update": async ({ id }) => viewOfSubscription(await awake(() => lists.updateNow(id))),
    "lists-update": async ({ all }) => {
      await awake(() => lists.updateDue(all ? "all" : "due"));
      return {};
    },
    "list-roll-back": async ({ id, version }) => viewOfSubscription(await lists.rollBack(id, version)),
    "list-decide": async ({ id, accept }) => {
      const decided = await (accept ? lists.accept(id) : lists.reject(id));
      // What an accepted copy includes from new hosts is fetched now.
      if (accept) void awake(() => lists.updateDue("due"));
      return viewOfSubscription(decided);
    },
    "list-differences": async ({ id }) => {
      const { quarantine, current, tombstones } = await find(id);
      const past = await readDifferences(id);
      if (!quarantine) return { past };
      const [before, after] = await Promise.all([
        readMerged(id, current),
        readMerged(id, quarantine.version.id),
      ]);
      if (!after) return { past };
      const old = before ? sideOf(before) : { header: {}, rules: [] };
      const next = sideOf(after);
      return { past, waiting: differenceOf(old, next, changesOf(old.rules, next.rules, tombstones)) };
    },
    "list-text": async ({ id, version }) => {
      const merged = await readMerged(id, version ?? (await find(id)).current);
      if (!merged) throw new Error("This copy of the list is not kept.");
      return { text: merged.text.slice(0, TEXT_SHOWN), cut: merged.text.length > TEXT_SHOWN };
    },
    "list-rule": async (request) => {
      const { id } = request;
      const changed = await lists.changeTombstones(id, async ({ tombstones, current }) => {
        if (request.what === "on") return tombstones.filter(({ key }) => key !== request.key);
        if (request.what === "stay-out") return seen(tombstones, request.key, Date.now());
        const rule = (await readMerged(id, current))?.list.rules.find(({ line }) => line === request.line);
        const stone = rule && tombstoneFor(rule, "user", Date.now());
        if (!stone) throw new Error("There is no rule on this line that could be switched off.");
        return [...tombstones.filter(({ key }) => key !== stone.key), stone];
      });
      return viewOfSubscription(changed);
    },
    ledger: async () => ({ requests: await readLedger() }),
    "sync-state": sync.state,
    "sync-switch": ({ on, erase }) => awake(() => sync.switch(on, erase)),
    "sync-now": () => awake(sync.now),
  };
};

/** Look for updates when they are due, when a permission came, and when the browser starts. */
export const keepListsUpToDate = (lists: Lists, sync: Sync): void => {
  const look = (which: "due" | "permission"): void =>
    void awake(() => lists.updateDue(which)).catch((error: unknown) => console.warn("Winnow: lists", error));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) look("due");
  });
  // Browsers forget alarms when they are updated or closed.
  void browser.alarms.get(ALARM).then(
    (alarm) => (alarm ? undefined : lists.plan()),
    () => undefined,
  );
  browser.permissions.onAdded.addListener(() => look("permission"));
  browser.runtime.onStartup.addListener(() => {
    look("due");
    void sync.now();
  });
  browser.runtime.onInstalled.addListener(() => look("due"));
  browser.storage.onChanged.addListener((_changes, area) => {
    // Only what is switched on does anything; what we wrote ourselves is the same on both sides.
    if (area === "sync") void awake(sync.now);
  });
};
