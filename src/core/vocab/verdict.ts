import * as v from "valibot";

import { ActionSchema } from "./action";
import { bounded } from "./limits";
import { SignalSchema } from "./signal";

/** One reason for an action, kept whether or not it won. */
export const CauseSchema = v.variant("kind", [
  v.object({
    kind: v.literal("rule"),
    action: ActionSchema,
    /** Id of the rule list; the user's own is `mine`. */
    list: bounded(100),
    /** 1-based. */
    line: v.number(),
    /** The rule as its author wrote it. */
    text: bounded(2_000),
  }),
  v.object({
    kind: v.literal("text"),
    action: ActionSchema,
    /** Percentile, 0-100. */
    ai: v.number(),
    /** The budget that it exceeded: at most 1 human post in N. */
    budget: v.number(),
  }),
  v.object({
    kind: v.literal("declared"),
    action: ActionSchema,
    what: v.picklist(["declared-ai", "automated"]),
  }),
]);

export type Cause = v.InferOutput<typeof CauseSchema>;

/** All reasons for one post, and the action that follows from them. */
export const VerdictSchema = v.object({
  action: ActionSchema,
  causes: v.array(CauseSchema),
  signals: v.array(SignalSchema),
});

export type Verdict = v.InferOutput<typeof VerdictSchema>;
