import type { SubscriptionView } from "../../platform/lists/view";
import { Problem } from "../components/problem";
import { DifferenceView, differenceWords } from "./difference-view";
import { dayOf } from "./list-words";
import { useAnswer } from "./use-answer";

/** What each update changed, newest first and open. */
export const ChangesPanel = ({ list }: { list: SubscriptionView }) => {
  const { value, failure, again } = useAnswer("list-differences", { id: list.id }, list.current.id);
  if (failure)
    return (
      <Problem action={{ label: "Try again", onClick: again }}>
        The changes could not be read. {failure}
      </Problem>
    );
  if (!value)
    return (
      <p class="hint" role="status">
        Reading…
      </p>
    );
  if (value.past.length === 0)
    return <p>Nothing has changed since you began to follow it on {dayOf(list.added)}.</p>;
  return (
    <div class="panel-parts">
      {value.past.map(({ time, difference }, at) => (
        <details key={`${time}-${at}`} open={at === 0}>
          <summary>
            {dayOf(time)}: {differenceWords(difference)}
          </summary>
          <DifferenceView difference={difference} />
        </details>
      ))}
    </div>
  );
};
