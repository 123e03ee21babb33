import * as v from "valibot";

import { ActionSchema } from "../../core/vocab/action";

/** What a list would do to some posts by itself, whatever other lists and the user's own rules say. */
export const EffectSchema = v.object({
  /** Posts that it was tried on. */
  posts: v.number(),
  /** Those that it would do something to: place in the given posts, what, and because of which rules. */
  acted: v.array(
    v.object({
      post: v.number(),
      action: ActionSchema,
      rules: v.array(v.object({ line: v.number(), text: v.string() })),
    }),
  ),
});

export type Effect = v.InferOutput<typeof EffectSchema>;
