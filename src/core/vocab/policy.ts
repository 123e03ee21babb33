import * as v from "valibot";

import { ActionSchema } from "./action";

/** The error budgets a user can choose: at most 1 human post in N is flagged. */
export const BUDGETS = [20, 100, 1_000, 10_000] as const;

export const BudgetSchema = v.picklist(BUDGETS);

export type Budget = v.InferOutput<typeof BudgetSchema>;

/** The percentile (0-100) above which a post exceeds a budget of 1 in `n`. */
export const percentileOf = (n: number): number => 100 * (1 - 1 / n);

/** The user's settings that turn signals into actions. */
export const PolicySchema = v.object({
  /** At most 1 human post in this many is flagged by the model. */
  strictness: BudgetSchema,
  /** What is done with a post that the model flags. */
  flagged: ActionSchema,
  /** What is done with a post that its site or its account declares machine-made. */
  declared: ActionSchema,
});

export type Policy = v.InferOutput<typeof PolicySchema>;
