import { Brand } from "../components/brand";
import { NoticeBar } from "../components/notice-bar";
import { WhenRead } from "../components/when-read";
import { AboutSection } from "./about-section";
import { DataSection } from "./data-section";
import { DetectionSection } from "./detection-section";
import { Nav } from "./nav";
import { RulesSection } from "./rules-section";
import { SitesSection } from "./sites-section";
import { StorageBanner } from "./storage-banner";

/** Everything that a person can set, on one page. */
export const Options = () => {
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
          <DataSection />
          <AboutSection />
        </WhenRead>
      </main>
      <NoticeBar />
    </div>
  );
};
