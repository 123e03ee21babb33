import * as v from "valibot";

import { bounded } from "./limits";

/** Who published a post (a *user* is the person at the keyboard). */
export const AuthorSchema = v.object({
  /** The site's own unique name, without a leading `@`. Compared without regard to case. */
  handle: bounded(200),
  /** The name shown to readers. */
  name: v.optional(bounded(400)),
});

export type Author = v.InferOutput<typeof AuthorSchema>;
