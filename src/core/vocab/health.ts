import * as v from "valibot";

import { bounded } from "./limits";

/** Whether a part works. What fails says what it means for the person, not for us. */
export const HealthSchema = v.object({
  state: v.picklist(["idle", "starting", "ok", "failed"]),
  message: v.optional(bounded(1_000)),
});

export type Health = v.InferOutput<typeof HealthSchema>;
