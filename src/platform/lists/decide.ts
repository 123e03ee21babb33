import { changesOf, differenceOf } from "../../core/lists/difference";
import { sideOf } from "../../core/lists/merge";
import type { Subscription } from "../../core/vocab/subscription";
import { applyCopy, save, without } from "./apply";
import { readCopy } from "./copies";
import { readVersion, writeDifference } from "./store";

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
  const changes =
    before && changesOf(before.merged.list.rules, copy.merged.list.rules, subscription.tombstones);
  return applyCopy(
    quarantine.key === undefined ? trusted : { ...trusted, key: quarantine.key },
    before && changes && { copy: before, changes },
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
      difference: differenceOf(sideOf(before.merged), sideOf(after.merged)),
    });
  }
  const validators = unknownTo(subscription);
  return save({ ...subscription, current: version, pinned: true, lastChanged: now, validators });
};
