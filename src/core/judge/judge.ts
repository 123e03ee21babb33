import { viewOf } from "../rules/conditions";
import type { RuleSet } from "../rules/compile";
import { type Action, stronger } from "../vocab/action";
import { percentileOf, type Policy } from "../vocab/policy";
import type { Post } from "../vocab/post";
import type { Signal } from "../vocab/signal";
import type { Cause, Verdict } from "../vocab/verdict";

/** Id of the rule list that is the user's own. */
export const MINE = "mine";

const causesOf = (signals: readonly Signal[], policy: Policy): Cause[] =>
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

/**
 * What follows from all that is known of a post. The user's `keep` beats everything; otherwise the
 * strongest action wins. Every cause is kept, whether or not it won.
 */
export const judge = (post: Post, signals: readonly Signal[], rules: RuleSet, policy: Policy): Verdict => {
  const ai = signals.reduce<number | null>(
    (found, signal) => (signal.detector === "text" ? signal.ai : found),
    null,
  );
  const matched = rules.match(viewOf(post, ai)).map((rule): Cause => ({
    kind: "rule",
    action: rule.action,
    list: MINE,
    line: rule.line,
    text: rule.text,
  }));
  const causes = [...matched, ...causesOf(signals, policy)];
  const kept = matched.some(({ action }) => action === "keep");
  const action = kept
    ? "keep"
    : causes.reduce<Action>((strongest, cause) => stronger(strongest, cause.action), "keep");
  return { action, causes, signals: [...signals] };
};
