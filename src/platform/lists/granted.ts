import { mergeList } from "../../core/lists/merge";
import { withoutBuried } from "../../core/lists/tombstones";
import type { Rule } from "../../core/vocab/rule";
import type { RuleList } from "../../core/vocab/rule-list";
import type { Subscription } from "../../core/vocab/subscription";
import { readVersion } from "./store";

/** Rules of the copy in use, kept while the background runs: parsing a long list takes a good part of a second. */
const parsed = new Map<string, { version: string; rules: Rule[] }>();

export const forgetCompiled = (id: string): void => {
  parsed.delete(id);
};

/** A subscription as the engine takes it; null if its text is not there. */
export const compiledList = async (
  subscription: Subscription,
): Promise<Pick<RuleList, "id" | "name" | "rules"> | null> => {
  const { id, name, current, tombstones } = subscription;
  let known = parsed.get(id);
  if (known?.version !== current) {
    const bundle = await readVersion(id, current);
    if (!bundle) return null;
    known = { version: current, rules: mergeList(bundle).list.rules };
    parsed.set(id, known);
  }
  return { id, name, rules: withoutBuried(known.rules, tombstones) };
};
