import { useState } from "preact/hooks";

import type { SubscriptionView } from "../../platform/lists/view";
import { Brand } from "../components/brand";
import { NoticeBar } from "../components/notice-bar";
import { WhenRead } from "../components/when-read";
import { ListsSection } from "../lists/lists-section";
import { ListsProvider } from "../lists/use-lists";
import { ShareSection } from "../share/share-section";
import { AboutSection } from "./about-section";
import { DataSection } from "./data-section";
import { DetectionSection } from "./detection-section";
import { Nav } from "./nav";
import { RulesSection } from "./rules-section";
import { SitesSection } from "./sites-section";
import { StorageBanner } from "./storage-banner";

/** Everything that a person can set, on one page. */
export const Options = () => {
  const [forked, setForked] = useState<SubscriptionView | null>(null);
  return (
    <div class="options">
      <header class="page-head">
        <Brand />
        <h1>Winnow options</h1>
      </header>
      <Nav />
      <main>
        <WhenRead>
          <StorageBanner />
          <SitesSection />
          <DetectionSection />
          <RulesSection />
          <ListsProvider>
            <ListsSection onFork={setForked} />
            <ShareSection fork={forked} onForkDone={() => setForked(null)} />
          </ListsProvider>
          <DataSection />
          <AboutSection />
        </WhenRead>
      </main>
      <NoticeBar />
    </div>
  );
};
