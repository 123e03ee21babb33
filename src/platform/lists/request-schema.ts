import * as v from "valibot";

import { bounded } from "../../core/vocab/limits";

/** One request that Winnow made. There are no others than these. */
export const RequestSchema = v.object({
  /** Milliseconds since 1970. */
  time: v.number(),
  host: bounded(300),
  /** Id of the list, or empty for a look before subscribing. */
  list: bounded(100),
  /** Bytes of the answer's body that were read. */
  bytes: v.number(),
  outcome: v.picklist(["new", "unchanged", "failed"]),
  /** Why it failed. */
  message: v.optional(bounded(1_000)),
});

export type Request = v.InferOutput<typeof RequestSchema>;
