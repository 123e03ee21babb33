import { mergeList } from "../../core/lists/merge";
import { standingAt, withoutBuried } from "../../core/lists/tombstones";
import type { RuleList } from "../../core/vocab/rule-list";
import type { Subscription } from "../../core/vocab/subscription";
import { readVersion } from "./store";

/** A subscription as the engine takes it, without the rules that are kept out; null if its text is not there. */
export const actingList = async (
  subscription: Subscription,
): Promise<Pick<RuleList, "id" | "name" | "rules"> | null> => {
  const { id, name, current, versions } = subscription;
  const time = versions.find((version) => version.id === current)?.time ?? Infinity;
  const tombstones = standingAt(subscription.tombstones, time);
  const bundle = await readVersion(id, current);
  return bundle && { id, name, rules: withoutBuried(mergeList(bundle).list.rules, tombstones) };
};
