import type { ComponentChildren } from "preact";

import { ACTIONS } from "../../core/vocab/action";
import { actedOn, type Tally } from "../../core/vocab/tally";
import { ACTION_DONE } from "../components/actions";
import { useServices } from "../services";
import { count, listed, messageOf, number } from "../words";

interface DoneHereProps {
  tabId: number;
  tally: Tally;
  onFailure: (words: string | null) => void;
  refresh: () => void;
  /** What else can be done here. */
  children: ComponentChildren;
}

/** `Read 42 posts here. Labelled 5 and folded 2.` */
export const tallyWords = (tally: Tally): string => {
  if (tally.read === 0) return "No posts read on this page yet.";
  const done = ACTIONS.filter((action) => action !== "keep" && tally[action] > 0).map(
    (action) => `${ACTION_DONE[action]} ${number(tally[action])}`,
  );
  const words = listed(done);
  const acted = words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}.` : "All shown as they are.";
  return `Read ${count(tally.read, "post")} here. ${acted}`;
};

/** What Winnow did on this page, and the way to see it all. */
export const DoneHere = ({ tabId, tally, onFailure, refresh, children }: DoneHereProps) => {
  const services = useServices();
  const showAll = async () => {
    try {
      await services.sendToTab(tabId, "show-all", {});
      onFailure(null);
      refresh();
    } catch (error) {
      onFailure(
        `The posts could not be shown: ${messageOf(error)} Pause on this tab and reload the page to see them.`,
      );
    }
  };
  return (
    <div class="done-here">
      <p>{tallyWords(tally)}</p>
      <div class="row">
        {children}
        <button type="button" class="button" disabled={actedOn(tally) === 0} onClick={() => void showAll()}>
          Show all here
        </button>
      </div>
    </div>
  );
};
