import { SITES } from "../../core/sites";
import { siteAddress, siteHosts } from "../site-address";
import { useServices } from "../services";
import { useSettings } from "../use-settings";
import { listed, messageOf } from "../words";
import { OfferList } from "./offer-list";

/** Shown on a tab that is none of the sites that Winnow can read. */
export const NoSite = () => {
  const services = useServices();
  const { say } = useSettings();
  return (
    <section aria-labelledby="no-site">
      <OfferList />
      <h2 id="no-site">Nothing to read on this tab</h2>
      <p>
        Winnow can read posts on {listed(SITES.map((site) => site.name))}. Go there and click Winnow again to
        switch it on.
      </p>
      <ul class="plain-list">
        {SITES.map((site) => (
          <li key={site.id}>
            <a href={siteAddress(site)} target="_blank" rel="noreferrer">
              Open {siteHosts(site)[0] ?? site.name}
            </a>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="link"
        onClick={() => {
          services
            .openOptions("sites")
            .catch((error: unknown) => say(`The options did not open: ${messageOf(error)}`, true));
        }}
      >
        All sites and their switches
      </button>
    </section>
  );
};
