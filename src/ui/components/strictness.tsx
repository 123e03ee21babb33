import { type Budget, BUDGETS } from "../../core/vocab/policy";
import { useReadSettings, useSettings } from "../use-settings";
import { number } from "../words";
import { type Choice, Choices } from "./choices";

export const budgetWords = (budget: number): string => `At most 1 human post in ${number(budget)}`;

const ABOUT: Record<Budget, string> = {
  20: "Finds the most. One in 20 posts that people wrote may be flagged by mistake.",
  100: "A good start. One in 100 posts that people wrote may be flagged by mistake.",
  1_000: "Careful. Mistakes are rare, and more machine-written posts get through.",
  10_000: "Very careful. Flags only what reads like almost no human post, and misses most.",
};

const CHOICES: readonly Choice<Budget>[] = BUDGETS.map((budget) => ({
  value: budget,
  title: budgetWords(budget),
  about: ABOUT[budget],
}));

export const useStrictness = () => {
  const { policy } = useReadSettings();
  const { change } = useSettings();
  const set = (strictness: Budget) =>
    void change(`Strictness: ${budgetWords(strictness).toLowerCase()}`, (now) => ({
      ...now,
      policy: { ...now.policy, strictness },
    }));
  return { strictness: policy.strictness, set };
};

/** How many human posts may be flagged by mistake: the one number that the person chooses. */
export const Strictness = () => {
  const { strictness, set } = useStrictness();
  return (
    <Choices
      name="strictness"
      legend="How many mistakes are fine with you?"
      hint="A human post that gets flagged is a mistake. You set how many there may be at most."
      choices={CHOICES}
      value={strictness}
      onChange={set}
    />
  );
};
