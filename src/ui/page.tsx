import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { browserServices } from "./browser-services";
import { ServicesProvider } from "./services";
import { SettingsProvider } from "./use-settings";

/** What every page of the extension stands in. */
export const Page = ({ children }: { children: ComponentChildren }) => {
  const [services] = useState(browserServices);
  return (
    <ServicesProvider value={services}>
      <SettingsProvider>{children}</SettingsProvider>
    </ServicesProvider>
  );
};
