import type { SubscriptionView } from "../../platform/lists/view";
import { Problem } from "../components/problem";
import { useServices } from "../services";
import { count } from "../words";
import { DifferenceView } from "./difference-view";
import { dayOf, LOUD, REASON_TITLES } from "./list-words";
import { useAnswer } from "./use-answer";
import { useLists } from "./use-lists";

/** A new copy that waits: why, what it would change, and the choice. Nothing of it acts until then. */
export const QuarantinePanel = ({ list }: { list: SubscriptionView }) => {
  const services = useServices();
  const { act, busy } = useLists();
  const { quarantine } = list;
  const { value, failure, again } = useAnswer("list-differences", { id: list.id }, quarantine?.version.id);
  if (!quarantine) return <p>Nothing waits any more.</p>;

  const decide = (accept: boolean) =>
    void act(list.id, () => services.send("list-decide", { id: list.id, accept }), {
      words: accept
        ? `${list.name}: the new copy works now. You can go back to the old one under Versions.`
        : `${list.name}: the old copy stays. This new one is not offered again.`,
    });
  const loud = quarantine.reasons.some(({ reason }) => LOUD.includes(reason));
  const working = busy.has(list.id);
  return (
    <div class="panel-parts">
      <p>
        A copy of {dayOf(quarantine.version.time)} with {count(quarantine.version.rules, "rule")} waits. The
        one you have has {count(list.current.rules, "rule")} and works on.
      </p>
      <ul class="reasons" aria-label="Why it waits">
        {quarantine.reasons.map(({ reason, message }) => (
          <li key={reason} data-loud={LOUD.includes(reason)}>
            <strong>{REASON_TITLES[reason]}.</strong> {message}
          </li>
        ))}
      </ul>
      {loud && (
        <Problem>
          Somebody else may have taken this list over. If you can, ask its author in another way before you
          take the new copy.
        </Problem>
      )}
      <h4>What would change</h4>
      {failure && (
        <Problem action={{ label: "Try again", onClick: again }}>
          The changes could not be read. {failure}
        </Problem>
      )}
      {!failure && !value && (
        <p class="hint" role="status">
          Comparing…
        </p>
      )}
      {value?.waiting && <DifferenceView difference={value.waiting} />}
      <div class="row">
        <button
          type="button"
          class={loud ? "button button-strong" : "button"}
          disabled={working}
          onClick={() => decide(false)}
        >
          Keep the old copy
        </button>
        <button
          type="button"
          class={loud ? "button" : "button button-strong"}
          disabled={working}
          onClick={() => decide(true)}
        >
          Use the new copy
        </button>
      </div>
    </div>
  );
};
