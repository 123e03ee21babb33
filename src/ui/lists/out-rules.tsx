import type { SubscriptionView } from "../../platform/lists/view";
import { useServices } from "../services";
import { useLists } from "./use-lists";

/** Rules that are kept out: those that came back after their removal, and those that were switched off by hand. */
export const OutRules = ({ list }: { list: SubscriptionView }) => {
  const services = useServices();
  const { act, busy } = useLists();
  const { id, returned, switchedOff } = list;
  const set = (what: "on" | "stay-out", key: string, words: string) =>
    void act(id, () => services.send("list-rule", { id, what, key }), { words });
  const working = busy.has(id);
  return (
    <>
      {returned.length > 0 && (
        <>
          <h4>Came back after they had been removed</h4>
          <p class="hint">They are kept out until you let them in.</p>
          <ul class="rule-lines">
            {returned.map(({ key, text }) => (
              <li key={key}>
                <code dir="ltr">{text}</code>
                <span class="row">
                  <button
                    type="button"
                    class="link"
                    disabled={working}
                    aria-label={`Let in: ${text}`}
                    onClick={() => set("on", key, "The rule works now.")}
                  >
                    Let it in
                  </button>
                  <button
                    type="button"
                    class="link"
                    disabled={working}
                    aria-label={`Keep out: ${text}`}
                    onClick={() => set("stay-out", key, "The rule stays out.")}
                  >
                    Keep it out
                  </button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {switchedOff.length > 0 && (
        <>
          <h4>Switched off by you</h4>
          <ul class="rule-lines">
            {switchedOff.map(({ key, text }) => (
              <li key={key}>
                <code dir="ltr">{text}</code>
                <button
                  type="button"
                  class="link"
                  disabled={working}
                  aria-label={`Switch on: ${text}`}
                  onClick={() => set("on", key, "The rule works again.")}
                >
                  Switch on
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
