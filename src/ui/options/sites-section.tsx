import { SITES } from "../../core/sites";
import { Section } from "../components/section";
import { SiteRow } from "../components/site-row";

export const SitesSection = () => (
  <Section
    id="sites"
    title="Sites"
    intro="Winnow reads posts only on sites that you switch on. Your browser asks you once for each."
  >
    <ul class="sites">
      {SITES.map((site) => (
        <SiteRow key={site.id} site={site} withdrawable />
      ))}
    </ul>
  </Section>
);
