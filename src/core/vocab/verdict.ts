import * as v from "valibot";

import { ActionSchema } from "./action";
import { bounded } from "./limits";
import { SignalSchema } from "./signal";

/**
 * Why a cause does not count: a `keep` of the user's own, a `keep` of a list, the follow guard, or too
 * few lists that agree.
 */
export const UNDONE = ["own-keep", "list-keep", "guard", "quorum"] as const;

const undone = v.optional(v.picklist(UNDONE));

/** One reason for an action, kept whether or not it won. */
export const CauseSchema = v.variant("kind", [
  v.object({
    kind: v.literal("rule"),
    action: ActionSchema,
    /** What the rule asks for, where less is done, and what holds it back. */
    asked: v.optional(ActionSchema),
    limit: v.optional(v.picklist(["grant", "quorum"])),
    /** Id of the rule list, and its name. */
    list: bounded(100),
    name: v.optional(bounded(500)),
    /** Whether it is one of the user's own rules. */
    own: v.boolean(),
    /** 1-based. */
    line: v.number(),
    /** The rule as its author wrote it. */
    text: bounded(2_000),
    /** Why its author says so. */
    reason: v.optional(bounded(2_000)),
    undone,
  }),
  v.object({
    kind: v.literal("text"),
    action: ActionSchema,
    /** Percentile, 0-100. */
    ai: v.number(),
    /** The budget that it exceeded: at most 1 human post in N. */
    budget: v.number(),
    undone,
  }),
  v.object({
    kind: v.literal("declared"),
    action: ActionSchema,
    what: v.picklist(["declared-ai", "automated"]),
    undone,
  }),
  /** The follow guard: lists and detectors leave these people's posts alone. */
  v.object({
    kind: v.literal("guard"),
    action: v.literal("keep"),
    who: v.picklist(["mine", "following", "talked-with"]),
    undone,
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
