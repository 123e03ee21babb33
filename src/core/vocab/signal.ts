import * as v from "valibot";

/** Why the model gave no percentile. */
export const UNTOLD = ["too-short", "language", "not-own-words", "no-model"] as const;

/** One measurement of one detector. Detectors measure; they decide nothing. */
export const SignalSchema = v.variant("detector", [
  v.object({
    detector: v.literal("text"),
    /** Percentile among human posts of the same length and language, 0-100; null if it cannot be told. */
    ai: v.nullable(v.number()),
    untold: v.optional(v.picklist(UNTOLD)),
  }),
  v.object({
    detector: v.literal("declared"),
    /** Who says so. */
    by: v.picklist(["site"]),
    what: v.picklist(["declared-ai", "automated"]),
  }),
]);

export type Signal = v.InferOutput<typeof SignalSchema>;
