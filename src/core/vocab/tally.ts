import * as v from "valibot";

import { ACTIONS, type Action } from "./action";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What happened to the posts of one page since it was opened. */
export const TallySchema = v.object({
  /** Posts that were read. */
  read: count,
  /** Posts by the action that stands now; shown-again ones count as what was done to them. */
  keep: count,
  label: count,
  dim: count,
  fold: count,
  hide: count,
});

export type Tally = v.InferOutput<typeof TallySchema>;

export const emptyTally = (): Tally => ({ read: 0, keep: 0, label: 0, dim: 0, fold: 0, hide: 0 });

/** Posts to which something was done. */
export const actedOn = (tally: Tally): number =>
  ACTIONS.filter((action: Action) => action !== "keep").reduce((sum, action) => sum + tally[action], 0);
