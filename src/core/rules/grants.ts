import { ACTIONS, type Action, strengthOf } from "../vocab/action";
import type { Condition, Rule } from "../vocab/rule";
import type { Grant, IdleRule } from "../vocab/rule-list";
import { isOver } from "./date";

/** The action that a grant allows where `asked` was asked for: the strongest that is not stronger; null for none. */
export const allowed = (asked: Action, grant: Grant | "own"): Action | null => {
  if (asked === "keep" || grant === "own") return asked;
  return (
    ACTIONS.filter(
      (action) =>
        action !== "keep" && grant.actions.includes(action) && strengthOf(action) <= strengthOf(asked),
    ).at(-1) ?? null
  );
};

/** Why a rule cannot act, or null: its day is over, or its list may not do what it asks. */
export const whyIdle = (
  rule: Rule,
  conditions: readonly Condition[],
  grant: Grant | "own",
  now: number | undefined,
): IdleRule["why"] | null => {
  if (now !== undefined && isOver(rule.note?.until, now)) return "expired";
  if (grant === "own") return null;
  if (!grant.regex && conditions.some(({ kind }) => kind === "regex")) return "regex";
  const asksModel = (condition: Condition): boolean =>
    condition.kind === "measure" && (condition.measure === "ai" || condition.measure === "author-ai");
  if (!grant.ai && conditions.some(asksModel)) return "ai";
  return allowed(rule.action, grant) === null ? "action" : null;
};
