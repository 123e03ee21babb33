import * as v from "valibot";

/** What happens to a post, from weakest to strongest. The order is the ranking. */
export const ACTIONS = ["keep", "label", "dim", "fold", "hide"] as const;

export const ActionSchema = v.picklist(ACTIONS);

export type Action = v.InferOutput<typeof ActionSchema>;

/** How strong an action is: 0 (keep) to 4 (hide). */
export const strengthOf = (action: Action): number => ACTIONS.indexOf(action);

/** The stronger of two actions. */
export const stronger = (a: Action, b: Action): Action => (strengthOf(a) >= strengthOf(b) ? a : b);
