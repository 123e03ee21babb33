import { type Changes, differenceOf } from "../../core/lists/difference";
import type { Copy } from "../../core/lists/judge-update";
import { type Bundle, sideOf } from "../../core/lists/merge";
import { buryRemoved } from "../../core/lists/tombstones";
import { KEPT_VERSIONS, type Subscription, type Version } from "../../core/vocab/subscription";
import { keepVersions, writeDifference, writeSubscription, writeVersion } from "./store";

/** An object without some of its fields. */
export const without = <T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> => {
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
  from: { copy: Copy; changes: Changes } | null,
  next: { bundle: Bundle; copy: Copy; version: Version },
  now: number,
): Promise<Subscription> => {
  const { bundle, copy, version } = next;
  await writeVersion(subscription.id, version.id, bundle);
  let { tombstones } = subscription;
  if (from) {
    await writeDifference(subscription.id, {
      time: now,
      from: subscription.current,
      to: version.id,
      difference: differenceOf(sideOf(from.copy.merged), sideOf(copy.merged), from.changes),
    });
    tombstones = buryRemoved(tombstones, from.changes, now);
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
