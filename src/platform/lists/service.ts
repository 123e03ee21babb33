import { intervalOf, isDue } from "../../core/lists/schedule";
import type { Post } from "../../core/vocab/post";
import type { Grant, GrantedList } from "../../core/vocab/rule-list";
import type { Subscription } from "../../core/vocab/subscription";
import { actingList } from "./acting-list";
import { previewList, type PreviewTools } from "./preview";
import { type PreviewReply, type Source } from "./preview-schema";
import { subscribeTo } from "./subscribe";
import { deleteSubscription, readSubscriptions } from "./store";
import { save } from "./apply";
import { acceptQuarantine, rejectQuarantine, rollBack } from "./decide";
import { updateSubscription, type UpdateTools } from "./update";
import { hasIncludes, isUpdated } from "./view";

export interface ServiceTools extends UpdateTools, PreviewTools {
  /** Called when what lists do may have changed. */
  changed: () => void;
  /** Wake up at a time (milliseconds since 1970), or not at all. */
  wakeAt: (time: number | null) => Promise<void>;
}

/** What can be changed of a subscription without touching its texts. */
export interface Change {
  name?: string | undefined;
  on?: boolean | undefined;
  grant?: Grant | undefined;
  /** Milliseconds; null for the list's own. */
  interval?: number | null | undefined;
  pinned?: boolean | undefined;
}

/** At the earliest so much later, so that a clock that jumps makes no storm of requests. */
const SOONEST = 60_000;

/** Everything of a subscription that decides what its rules do. */
const acts = ({ id, on, current, grant, name, tombstones }: Subscription): unknown => [
  id,
  on,
  current,
  grant,
  name,
  tombstones.map(({ key }) => key),
];

/**
 * Everything that happens to subscriptions, one thing after the other: two changes at the same time would
 * each be made to the state that the other began with.
 */
export const createLists = (tools: ServiceTools) => {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };

  const find = async (id: string): Promise<Subscription> => {
    const found = (await readSubscriptions()).find((each) => each.id === id);
    if (!found) throw new Error("There is no such list any more.");
    return found;
  };

  let version = 0;

  const plan = async (): Promise<void> => {
    const times = (await readSubscriptions())
      .filter((each) => isUpdated(each, hasIncludes(each)))
      .map(({ nextCheck }) => nextCheck);
    await tools.wakeAt(times.length === 0 ? null : Math.max(Math.min(...times), tools.now() + SOONEST));
  };

  const settle = async (before: Subscription | null, after: Subscription | null): Promise<void> => {
    await plan();
    if (JSON.stringify(before && acts(before)) === JSON.stringify(after && acts(after))) return;
    version += 1;
    tools.changed();
  };

  const changing = (
    id: string,
    work: (subscription: Subscription) => Promise<Subscription>,
  ): Promise<Subscription> =>
    inTurn(async () => {
      const before = await find(id);
      const after = await work(before);
      await settle(before, after);
      return after;
    });

  const change = (id: string, { name, on, grant, interval, pinned }: Change): Promise<Subscription> =>
    changing(id, (subscription) => {
      const { interval: _, ...rest } = subscription;
      const own = interval === undefined ? subscription.interval : (interval ?? undefined);
      const next: Subscription = {
        ...rest,
        ...(own !== undefined && { interval: own }),
        ...(name !== undefined && { name }),
        ...(on !== undefined && { on }),
        ...(grant !== undefined && { grant }),
        ...(pinned !== undefined && { pinned }),
      };
      if (interval !== undefined)
        next.nextCheck = (subscription.lastChecked ?? tools.now()) + intervalOf(own, undefined);
      // Let go on, it is looked at when the next one is due.
      if (pinned === false || on === true) next.nextCheck = Math.min(next.nextCheck, tools.now());
      return save(next);
    });

  return {
    all: readSubscriptions,

    preview: async (source: Source, posts?: Post[]): Promise<PreviewReply> =>
      previewList(source, posts, await readSubscriptions(), tools),

    subscribe: (token: string, grant: Grant, name?: string): Promise<Subscription> =>
      inTurn(async () => {
        const subscription = await subscribeTo(token, { grant, ...(name !== undefined && { name }) }, tools);
        await settle(null, subscription);
        return subscription;
      }),

    /** Forget a list: its rules, its texts, what it may do. */
    unsubscribe: (id: string): Promise<void> =>
      inTurn(async () => {
        const before = await find(id);
        await deleteSubscription(id);
        await settle(before, null);
      }),

    change,
    changeTombstones: (
      id: string,
      make: (subscription: Subscription) => Promise<Subscription["tombstones"]>,
    ) =>
      changing(id, async (subscription) => save({ ...subscription, tombstones: await make(subscription) })),
    accept: (id: string) => changing(id, (subscription) => acceptQuarantine(subscription, tools.now())),
    reject: (id: string) => changing(id, rejectQuarantine),
    rollBack: (id: string, version: string) =>
      changing(id, (subscription) => rollBack(subscription, version, tools.now())),

    /** Look for an update of one list now. A list that is pinned stays. */
    updateNow: (id: string): Promise<Subscription> =>
      changing(id, (subscription) => {
        if (subscription.pinned) throw new Error("This list is pinned to a copy. Let it go on first.");
        return updateSubscription(subscription, tools);
      }),

    /** Look at every list that is due; with `permission`, also where one was missing; or at all. One that fails stops no other. */
    updateDue: async (which: "due" | "permission" | "all" = "due"): Promise<void> => {
      const wanted = (each: Subscription): boolean =>
        isUpdated(each, hasIncludes(each)) &&
        (which === "all" ||
          isDue(each, tools.now()) ||
          (which === "permission" && each.problem?.kind === "permission"));
      const due = (await readSubscriptions()).filter(wanted);
      for (const [at, { id }] of due.entries()) {
        if (at > 0) await tools.wait(500 + 1_500 * tools.random());
        // Asked again when its turn comes: it may be gone, or somebody may have looked already.
        await changing(id, (subscription) =>
          wanted(subscription) ? updateSubscription(subscription, tools) : Promise.resolve(subscription),
        ).catch((error: unknown) => console.warn("Winnow: list", id, error));
      }
      if (due.length === 0) await plan();
    },

    /** Another number whenever what lists do may have changed. */
    version: (): number => version,

    /** Names what `granted` would give, without reading any text. */
    stamp: async (): Promise<string> =>
      JSON.stringify((await readSubscriptions()).filter(({ on }) => on).map(acts)),

    /** The rules of all lists that are on, with what each may do. Read and parsed anew at each call. */
    granted: async (): Promise<readonly GrantedList[]> => {
      const lists: GrantedList[] = [];
      for (const subscription of (await readSubscriptions()).filter(({ on }) => on)) {
        const list = await actingList(subscription);
        if (list) lists.push({ list, grant: subscription.grant });
      }
      return lists;
    },

    /** Stored data was changed by somebody else (erased, restored): what is known is no longer true. */
    refresh: (): void => {
      version += 1;
    },

    plan,
  };
};

export type Lists = ReturnType<typeof createLists>;
