import { changesOf, differenceOf } from "../../core/lists/difference";
import { type Copy, judgeUpdate } from "../../core/lists/judge-update";
import type { Bundle } from "../../core/lists/merge";
import { intervalOf, nextAfterFailure, nextAfterSuccess } from "../../core/lists/schedule";
import { buryRemoved } from "../../core/lists/tombstones";
import {
  KEPT_VERSIONS,
  type ListProblem,
  type Subscription,
  type Version,
} from "../../core/vocab/subscription";
import { bundleId, describeVersion, readCopy } from "./copies";
import { fetchBundle, type FetchTools, includedHosts } from "./fetch-bundle";
import { keepVersions, readVersion, writeDifference, writeSubscription, writeVersion } from "./store";

export interface UpdateTools extends FetchTools {
  /** Tells whether the user follows somebody of a handle, as far as posts told. */
  follows: () => Promise<(handle: string) => boolean>;
}

/** How long a list waits that the user must allow first, in milliseconds; a granted permission is seen at once. */
const WAIT_FOR_PERMISSION = 24 * 3_600_000;

const without = <T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> => {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
};

const versionsOf = ({ versions, quarantine }: Subscription): string[] => [
  ...versions.map(({ id }) => id),
  ...(quarantine ? [quarantine.version.id] : []),
];

/** Save what became of a subscription, and drop the copies that it names no longer. */
export const save = async (subscription: Subscription): Promise<Subscription> => {
  await writeSubscription(subscription);
  await keepVersions(subscription.id, versionsOf(subscription));
  return subscription;
};

const withVersion = (subscription: Subscription, version: Version): Version[] =>
  [version, ...subscription.versions.filter(({ id }) => id !== version.id)].slice(0, KEPT_VERSIONS);

/** Put a new copy in the place of the one in use: text first, so that whatever breaks leaves a whole list. */
export const applyCopy = async (
  subscription: Subscription,
  before: Copy | null,
  next: { bundle: Bundle; copy: Copy; version: Version },
  now: number,
): Promise<Subscription> => {
  const { bundle, copy, version } = next;
  await writeVersion(subscription.id, version.id, bundle);
  let { tombstones } = subscription;
  if (before) {
    const old = { header: before.merged.own.header, rules: before.merged.list.rules };
    const next_ = { header: copy.merged.own.header, rules: copy.merged.list.rules };
    await writeDifference(subscription.id, {
      time: now,
      from: subscription.current,
      to: version.id,
      difference: differenceOf(old, next_, tombstones),
    });
    tombstones = buryRemoved(tombstones, changesOf(old.rules, next_.rules, tombstones), now);
  }
  const key = subscription.key ?? (copy.signature.state === "valid" ? copy.signature.key : undefined);
  const host = copy.host ?? subscription.host;
  return save({
    ...without(subscription, "quarantine", "rejected", "key", "host"),
    current: version.id,
    versions: withVersion(subscription, version),
    lastChanged: now,
    tombstones,
    ...(key !== undefined && { key }),
    ...(host !== undefined && { host }),
  });
};

const withProblem = (
  subscription: Subscription,
  problem: { kind: ListProblem["kind"]; message: string; origin?: string | undefined },
  now: number,
): ListProblem => ({
  kind: problem.kind,
  message: problem.message.slice(0, 1_000),
  ...(problem.origin !== undefined && { origin: problem.origin }),
  since: subscription.problem?.kind === problem.kind ? subscription.problem.since : now,
});

const urlOf = ({ origin }: Subscription): string | undefined =>
  origin.kind === "url" ? origin.url : undefined;

/**
 * Look whether a list changed, and do with the new copy what is right: use it, let it wait, or refuse it.
 * The copy in use stays whatever happens.
 * @returns the subscription as it was stored
 */
export const updateSubscription = async (
  subscription: Subscription,
  tools: UpdateTools,
): Promise<Subscription> => {
  const known = (await readVersion(subscription.id, subscription.current)) ?? undefined;
  const allowed = known ? includedHosts(known) : new Set<string>();
  const fetched = await fetchBundle(
    {
      list: subscription.id,
      url: urlOf(subscription),
      known,
      validators: subscription.validators,
      mayInclude: (host) => !known || allowed.has(host),
    },
    tools,
  );
  const now = tools.now();
  if (!fetched.ok) {
    const failures = subscription.failures + 1;
    const { failure } = fetched;
    const wait =
      failure.kind === "permission"
        ? now + WAIT_FOR_PERMISSION
        : Math.max(nextAfterFailure(now, failures, tools.random()), now + (failure.retryAfter ?? 0));
    return save({
      ...subscription,
      failures,
      lastChecked: now,
      nextCheck: wait,
      problem: withProblem(subscription, failure, now),
    });
  }
  const before = known ? await readCopy(known, subscription.host) : null;
  const copy = await readCopy(fetched.bundle, fetched.host);
  const interval = intervalOf(subscription.interval, copy.merged.own.header.expires);
  const checked: Subscription = {
    ...without(subscription, "problem"),
    failures: 0,
    lastChecked: now,
    nextCheck: nextAfterSuccess(now, interval, tools.random()),
    notes: [...fetched.notes, ...copy.merged.notes].map((note) => note.slice(0, 1_000)).slice(0, 20),
  };
  const id = await bundleId(fetched.bundle);
  if (id === subscription.current && known)
    return save({ ...without(checked, "quarantine"), validators: fetched.validators });
  // The same copy still waits for its look, or was looked at and not wanted. Its validators are not kept: the
  // server would answer "unchanged" and the copy in use would be taken for the newest.
  if (id === subscription.quarantine?.version.id || id === subscription.rejected) return save(checked);

  const version = await describeVersion(fetched.bundle, copy, now);
  if (!before)
    return applyCopy(
      { ...checked, validators: fetched.validators },
      null,
      { bundle: fetched.bundle, copy, version },
      now,
    );
  const verdict = judgeUpdate(before, copy, {
    key: subscription.key,
    tombstones: subscription.tombstones,
    follows: await tools.follows(),
    newHosts: fetched.newHosts,
  });
  if (verdict.use === "apply")
    return applyCopy(
      { ...checked, validators: fetched.validators },
      before,
      { bundle: fetched.bundle, copy, version },
      now,
    );
  if (verdict.use === "refuse")
    return save({
      ...checked,
      failures: subscription.failures + 1,
      problem: withProblem(subscription, verdict, now),
    });
  await writeVersion(subscription.id, id, fetched.bundle);
  const { key } = copy.signature;
  return save({
    ...checked,
    quarantine: {
      version,
      since: now,
      reasons: verdict.reasons.map(({ reason, message }) => ({ reason, message: message.slice(0, 1_000) })),
      ...(key !== null && { key }),
      ...(copy.host !== undefined && { host: copy.host }),
    },
  });
};

/** The same addresses with nothing known of them: what a server said of one copy says nothing of another. */
const unknownTo = ({ validators }: Subscription): Subscription["validators"] =>
  Object.fromEntries(Object.keys(validators).map((url) => [url, {}]));

/** Use the copy that waits. Its key and host are the known ones from now on. */
export const acceptQuarantine = async (subscription: Subscription, now: number): Promise<Subscription> => {
  const { quarantine } = subscription;
  if (!quarantine) throw new Error("No copy of this list waits for a look.");
  const bundle = await readVersion(subscription.id, quarantine.version.id);
  if (!bundle) throw new Error("The copy that waited is gone. Look for an update again.");
  const known = await readVersion(subscription.id, subscription.current);
  const before = known ? await readCopy(known, subscription.host) : null;
  const copy = await readCopy(bundle, quarantine.host);
  // Lists that the copy brings along from new hosts are fetched at once.
  const nextCheck = copy.merged.missing.length > 0 ? now : subscription.nextCheck;
  const trusted = {
    ...without(subscription, "key"),
    pinned: false,
    nextCheck,
    validators: unknownTo(subscription),
  };
  return applyCopy(
    quarantine.key === undefined ? trusted : { ...trusted, key: quarantine.key },
    before,
    { bundle, copy, version: { ...quarantine.version, time: now } },
    now,
  );
};

/** Leave the copy that waits. It is not offered again; a later one is looked at anew. */
export const rejectQuarantine = (subscription: Subscription): Promise<Subscription> => {
  if (!subscription.quarantine) throw new Error("No copy of this list waits for a look.");
  return save({ ...without(subscription, "quarantine"), rejected: subscription.quarantine.version.id });
};

/** Go back (or forward) to a kept copy, and stay there. */
export const rollBack = async (
  subscription: Subscription,
  version: string,
  now: number,
): Promise<Subscription> => {
  if (!subscription.versions.some(({ id }) => id === version))
    throw new Error("This copy of the list is not kept.");
  const [known, bundle] = await Promise.all([
    readVersion(subscription.id, subscription.current),
    readVersion(subscription.id, version),
  ]);
  if (!bundle) throw new Error("This copy of the list cannot be read any more.");
  if (known) {
    const [before, after] = await Promise.all([readCopy(known), readCopy(bundle)]);
    await writeDifference(subscription.id, {
      time: now,
      from: subscription.current,
      to: version,
      difference: differenceOf(
        { header: before.merged.own.header, rules: before.merged.list.rules },
        { header: after.merged.own.header, rules: after.merged.list.rules },
      ),
    });
  }
  const validators = unknownTo(subscription);
  return save({ ...subscription, current: version, pinned: true, lastChanged: now, validators });
};
