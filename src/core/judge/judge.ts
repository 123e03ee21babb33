import type { RuleSet } from "../rules/rule-set";
import { type Facts, viewOf } from "../rules/view";
import type { Policy } from "../vocab/policy";
import type { Post } from "../vocab/post";
import type { Signal } from "../vocab/signal";
import type { Verdict } from "../vocab/verdict";
import { guardCause, signalCauses } from "./causes";
import { weigh } from "./precedence";

/** What else is known, and how the user wants it weighed. */
export interface Circumstances {
  /** Facts that no signal carries. `now` makes `age` and `until:` work. */
  facts?: Omit<Facts, "ai">;
  /** Whether the user talked with the author. */
  talkedWith?: boolean;
  /** Whether people whom the user follows or talked with are left alone by lists and detectors; true. */
  followGuard?: boolean;
  /** How many subscribed lists must agree before they act; 1. */
  quorum?: number;
}

/**
 * What follows from all that is known of a post. Every cause is kept, whether or not it won; see
 * `weigh` for who wins.
 */
export const judge = (
  post: Post,
  signals: readonly Signal[],
  rules: RuleSet,
  policy: Policy,
  { facts = {}, talkedWith = false, followGuard = true, quorum = 1 }: Circumstances = {},
): Verdict => {
  const ai = signals.reduce<number | null>(
    (found, signal) => (signal.detector === "text" ? signal.ai : found),
    null,
  );
  const matches = rules.match(viewOf(post, { ...facts, ai }));
  const guard = followGuard ? guardCause(post, talkedWith) : null;
  return { ...weigh(matches, signalCauses(signals, policy), guard, quorum), signals: [...signals] };
};
