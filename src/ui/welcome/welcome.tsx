import { SITES } from "../../core/sites";
import { FlaggedAction } from "../components/actions";
import { Brand } from "../components/brand";
import { NoticeBar } from "../components/notice-bar";
import { Section } from "../components/section";
import { SiteRow } from "../components/site-row";
import { Strictness } from "../components/strictness";
import { WhenRead } from "../components/when-read";
import { Finish } from "./finish";
import { SampleList } from "./sample-list";

/** Opens once after the install: where, what, how careful, and a look at it. */
export const Welcome = () => {
  return (
    <div class="welcome">
      <header class="page-head">
        <Brand size={44} />
        <h1>Your feed, your filter</h1>
      </header>
      <main>
        <p class="lead">
          Winnow measures, on your device, which posts in your feed read as if a machine wrote them. It does
          with them what you decide: nothing, a quiet mark, or out of the way. No account, no server, and
          nothing you read leaves this device.
        </p>
        <WhenRead>
          <Section id="where" title="1. Pick your sites" intro="Your browser asks you once for each site.">
            <ul class="sites">
              {SITES.map((site) => (
                <SiteRow key={site.id} site={site} />
              ))}
            </ul>
          </Section>
          <Section id="what" title="2. Pick what happens">
            <FlaggedAction />
          </Section>
          <Section id="how" title="3. Pick how careful it is">
            <Strictness />
          </Section>
          <Section
            id="look"
            title="4. See it work"
            intro="These posts are made up, and judged just now by the model on your device. Change your choices above and look again."
          >
            <SampleList />
          </Section>
          <Finish />
        </WhenRead>
      </main>
      <NoticeBar />
    </div>
  );
};
