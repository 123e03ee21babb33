import { useState } from "preact/hooks";

import { SITES } from "../../core/sites";
import { Confirm } from "../components/confirm";
import { Problem } from "../components/problem";
import { useServices } from "../services";
import { useSettings } from "../use-settings";
import { messageOf } from "../words";
import { useExport } from "./export-settings";

/** Forget everything, and give the browser's permissions back. */
export const Erase = () => {
  const services = useServices();
  const { reload, say } = useSettings();
  const save = useExport();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const erase = async () => {
    setAsking(false);
    setFailure(null);
    try {
      await services.eraseAll();
      reload();
      await services.removeOrigins(SITES.flatMap((site) => site.origins));
      say("Everything was erased.");
    } catch (error) {
      setFailure(`Not everything was erased. ${messageOf(error)}`);
    }
  };

  return (
    <div class="part">
      <h3>Erase</h3>
      <p>
        Forgets every setting, rule and set-aside piece, and gives the permissions for sites back to your
        browser.
      </p>
      <button type="button" class="button" aria-expanded={asking} onClick={() => setAsking(true)}>
        Erase everything…
      </button>
      {asking && (
        <Confirm
          question="Erase everything? This cannot be undone."
          yes="Erase everything"
          onYes={() => void erase()}
          onNo={() => setAsking(false)}
        >
          <p>
            <button type="button" class="link" onClick={save}>
              Export a copy first
            </button>
          </p>
        </Confirm>
      )}
      {failure && <Problem>{failure}</Problem>}
    </div>
  );
};
