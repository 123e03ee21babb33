import { SITES } from "../../core/sites";
import { useServices } from "../services";
import { siteAddress } from "../site-address";
import { useReadSettings, useSettings } from "../use-settings";
import { messageOf } from "../words";

/** The way on: to a site that is switched on, or to the first one. */
export const Finish = () => {
  const services = useServices();
  const { sites } = useReadSettings();
  const { say } = useSettings();
  const on = SITES.filter((site) => sites[site.id]);
  const offered = on.length > 0 ? on : SITES.slice(0, 1);
  return (
    <footer class="finish">
      {on.length === 0 && <p>No site is on yet, so Winnow reads nothing. Switch one on above.</p>}
      <div class="row">
        {offered.map((site) => (
          <a
            key={site.id}
            class="button button-strong"
            href={siteAddress(site)}
            target="_blank"
            rel="noreferrer"
          >
            Open {site.name}
          </a>
        ))}
        <button
          type="button"
          class="button"
          onClick={() => {
            services
              .openOptions()
              .catch((error: unknown) => say(`The options did not open: ${messageOf(error)}`, true));
          }}
        >
          All options
        </button>
      </div>
      <p class="hint">You can change all of this later: click Winnow in your browser’s toolbar.</p>
    </footer>
  );
};
