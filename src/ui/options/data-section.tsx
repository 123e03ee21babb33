import { Section } from "../components/section";
import { Erase } from "./erase";
import { ExportSettings } from "./export-settings";
import { ImportSettings } from "./import-settings";
import { SetAsideList } from "./set-aside-list";
import { SyncSwitch } from "./sync-switch";

export const DataSection = () => (
  <Section
    id="data"
    title="Data"
    intro="Everything that Winnow stores is on this device, and yours to take along or to erase."
  >
    <SetAsideList />
    <ExportSettings />
    <ImportSettings />
    <SyncSwitch />
    <Erase />
  </Section>
);
