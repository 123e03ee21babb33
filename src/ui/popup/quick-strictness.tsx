import { BUDGETS } from "../../core/vocab/policy";
import { budgetWords, useStrictness } from "../components/strictness";

export const QuickStrictness = () => {
  const { strictness, set } = useStrictness();
  return (
    <div class="field">
      <label for="quick-strictness">Human posts flagged by mistake</label>
      <select
        id="quick-strictness"
        value={strictness}
        onChange={(event) => {
          const chosen = BUDGETS.find((budget) => budget === Number(event.currentTarget.value));
          if (chosen) set(chosen);
        }}
      >
        {BUDGETS.map((budget) => (
          <option key={budget} value={budget}>
            {budgetWords(budget)}
          </option>
        ))}
      </select>
    </div>
  );
};
