import { sameValue } from "../../core/lists/three-way";
import type { Settings } from "../../core/settings/schema";
import type { Subscription } from "../../core/vocab/subscription";
import { database } from "../lists/database";
import type { Lists } from "../lists/service";
import {
  emptyDocument,
  fromItems,
  isOurs,
  type Items,
  mergeDocuments,
  readDocument,
  ROOM,
  type SyncDocument,
  type SyncedList,
  toItems,
} from "./document";
import type { SyncState } from "./state";

/** The browser's sync storage, as far as it is used. */
export interface SyncArea {
  get: (keys: null) => Promise<Items>;
  set: (items: Items) => Promise<void>;
  remove: (keys: string[]) => Promise<void>;
}

export interface SyncTools {
  area: SyncArea;
  lists: Lists;
  readSettings: () => Promise<Settings>;
  changeSettings: (change: (settings: Settings) => Settings) => Promise<Settings>;
  now: () => number;
}

interface Stored {
  on: boolean;
  last?: number;
  used?: number;
  problem?: { state: "too-large" | "failed"; message: string };
  conflicts: string[];
  /** Lists of other devices that could not be had here yet: they are ours all the same. */
  waiting: Record<string, SyncedList & { problem: string }>;
  base: unknown;
}

const KEY = "sync";
const nothing = (): Stored => ({ on: false, conflicts: [], waiting: {}, base: null });

const load = async (): Promise<Stored> => {
  const stored = (await (await database()).get("values", KEY)) as Partial<Stored> | undefined;
  return typeof stored === "object" ? { ...nothing(), ...stored } : nothing();
};

const store = async (value: Stored): Promise<void> => {
  await (await database()).put("values", value, KEY);
};

const urlOf = ({ origin }: Subscription): string | null => (origin.kind === "url" ? origin.url : null);

const syncedOf = ({ name, on, grant, interval }: Subscription): SyncedList => ({
  name,
  on,
  grant,
  ...(interval !== undefined && { interval }),
});

const view = ({ on, last, used, problem, conflicts, waiting }: Stored): SyncState => ({
  on,
  state: !on ? "off" : (problem?.state ?? "ok"),
  ...(on && problem && { message: problem.message }),
  ...(last !== undefined && { last }),
  ...(used !== undefined && { used }),
  room: ROOM,
  conflicts,
  waiting: Object.entries(waiting).map(([url, { name, problem: why }]) => ({ url, name, problem: why })),
});

/**
 * Settings, own rules and followed lists on all of a person's browsers, through the browser's own sync.
 * Off until it is switched on. Either side's changes are kept; see `mergeDocuments`.
 */
export const createSync = ({ area, lists, readSettings, changeSettings, now }: SyncTools) => {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };

  const here = async (stored: Stored): Promise<SyncDocument> => {
    const { rules, ...settings } = await readSettings();
    const followed: SyncDocument["lists"] = {};
    for (const [url, { problem: _, ...list }] of Object.entries(stored.waiting)) followed[url] = list;
    for (const each of await lists.all()) {
      const url = urlOf(each);
      if (url !== null) followed[url] = syncedOf(each);
    }
    return { settings, rules, lists: followed };
  };

  /** Follow a list that another device follows. Its text comes from its own address, as anywhere. */
  const followHere = async (url: string, list: SyncedList): Promise<string | null> => {
    const looked = await lists.preview({ kind: "url", url });
    if (!looked.ok) return looked.problem;
    const { id } = await lists.subscribe(looked.preview.token, list.grant, list.name);
    if (!list.on || list.interval !== undefined)
      await lists.change(id, { on: list.on, interval: list.interval });
    return null;
  };

  const applyLists = async (wanted: SyncDocument["lists"]): Promise<Stored["waiting"]> => {
    const waiting: Stored["waiting"] = {};
    const known = new Map(
      (await lists.all()).flatMap((each) => (urlOf(each) === null ? [] : [[urlOf(each)!, each]])),
    );
    for (const [url, each] of known) if (!Object.hasOwn(wanted, url)) await lists.unsubscribe(each.id);
    for (const [url, list] of Object.entries(wanted)) {
      const present = known.get(url);
      if (!present) {
        const problem = await followHere(url, list).catch((error: unknown) => (error as Error).message);
        if (problem !== null) waiting[url] = { ...list, problem: problem.slice(0, 500) };
      } else if (!sameValue(syncedOf(present), list)) {
        const { name, on, grant, interval } = list;
        await lists.change(present.id, { name, on, grant, interval: interval ?? null });
      }
    }
    return waiting;
  };

  const send = async (document: SyncDocument, stored: Stored): Promise<Stored> => {
    const { items, bytes } = await toItems(document);
    if (!items) {
      const message = `It takes ${Math.ceil(bytes / 1_000)} KB and the browser gives ${Math.floor(ROOM / 1_000)} KB. Nothing was sent; your rules are safe on this device. Shorter rules, or a list of them at an address, would fit.`;
      return { ...stored, used: bytes, problem: { state: "too-large", message } };
    }
    const old = Object.keys(await area.get(null)).filter((key) => isOurs(key) && !Object.hasOwn(items, key));
    await area.set(items);
    if (old.length > 0) await area.remove(old);
    const { problem: _, ...rest } = stored;
    return { ...rest, used: bytes, base: document, last: now() };
  };

  const exchange = async (): Promise<void> => {
    const stored = await load();
    if (!stored.on) return;
    const there = await fromItems(await area.get(null));
    if (there === "newer") {
      const message = "Another of your browsers has a newer Winnow. Update this one to sync with it.";
      return store({ ...stored, problem: { state: "failed", message } });
    }
    // Pieces come one by one: the change that brings the last of them calls again.
    if (there === "broken") return;
    const mine = await here(stored);
    const base = readDocument(stored.base) ?? emptyDocument();
    const { document, conflicts } = there
      ? mergeDocuments(base, mine, there)
      : { document: mine, conflicts: [] };
    if (!sameValue({ ...document, lists: 0 }, { ...mine, lists: 0 }))
      await changeSettings((current) => {
        // What the user changed in this very moment counts too.
        const { rules, ...settings } = current;
        const { document: both } = mergeDocuments(
          mine,
          { settings, rules, lists: {} },
          { ...document, lists: {} },
        );
        return { ...both.settings, rules: both.rules };
      });
    const waiting = await applyLists(document.lists);
    const next = {
      ...stored,
      waiting,
      conflicts: conflicts.length > 0 ? conflicts.slice(0, 50) : stored.conflicts,
    };
    const known = there !== null && sameValue(there, document);
    const { problem: _, ...well } = next;
    await store(known ? { ...well, base: document, last: now() } : await send(document, next));
  };

  const safely = async (): Promise<SyncState> => {
    try {
      await exchange();
    } catch (error) {
      const message = `The browser did not take it: ${(error as Error).message}`.slice(0, 500);
      await store({ ...(await load()), problem: { state: "failed", message } });
    }
    return view(await load());
  };

  return {
    state: async (): Promise<SyncState> => view(await load()),
    /** Bring both sides together now, if sync is on. Never throws. */
    now: (): Promise<SyncState> => inTurn(safely),
    /** @param erase when switching off: also take away what lies in the browser's sync */
    switch: (on: boolean, erase = false): Promise<SyncState> =>
      inTurn(async () => {
        if (on) {
          await store({ ...(await load()), on });
          return safely();
        }
        if (erase) await area.remove(Object.keys(await area.get(null)).filter(isOurs));
        await store(nothing());
        return view(nothing());
      }),
  };
};

export type Sync = ReturnType<typeof createSync>;
