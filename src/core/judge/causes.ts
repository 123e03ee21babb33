import type { Match } from "../rules/rule-set";
import { percentileOf, type Policy } from "../vocab/policy";
import type { Post } from "../vocab/post";
import type { Signal } from "../vocab/signal";
import type { Cause } from "../vocab/verdict";

export type RuleCause = Extract<Cause, { kind: "rule" }>;
export type GuardCause = Extract<Cause, { kind: "guard" }>;

export const ruleCause = ({ rule, list, name, own, action }: Match): RuleCause => {
  const reason = rule.note?.reason ?? rule.note?.text;
  return {
    kind: "rule",
    action,
    ...(action !== rule.action && { asked: rule.action, limit: "grant" as const }),
    list,
    ...(!own && { name }),
    own,
    line: rule.line,
    text: rule.text,
    ...(reason !== undefined && { reason }),
  };
};

/** What detectors found, under the user's policy. */
export const signalCauses = (signals: readonly Signal[], policy: Policy): Cause[] =>
  signals.flatMap((signal): Cause[] => {
    if (signal.detector === "declared")
      return [{ kind: "declared", action: policy.declared, what: signal.what }];
    if (signal.ai === null) return [];
    const budget = policy.strictness;
    // Where too few human texts of this length and language stand behind a budget, the percentile
    // ends at its bar: a promise that cannot be kept is not made, and the post stands.
    return signal.ai > percentileOf(budget)
      ? [{ kind: "text", action: policy.flagged, ai: signal.ai, budget }]
      : [];
  });

/** Whom lists and detectors leave alone: the user, and people whom the user chose to read or to talk with. */
export const guardCause = (post: Post, talkedWith: boolean): GuardCause | null => {
  const who = post.is.includes("mine")
    ? "mine"
    : post.is.includes("following")
      ? "following"
      : talkedWith
        ? "talked-with"
        : null;
  return who && { kind: "guard", action: "keep", who };
};
