import type { ComponentChildren } from "preact";

import { useSettings } from "../use-settings";
import { Problem } from "./problem";

/** Shows its children once the settings were read, and says so if they cannot be. */
export const WhenRead = ({ children }: { children: ComponentChildren }) => {
  const { settings, failure, reload } = useSettings();
  if (settings) return <>{children}</>;
  if (failure) {
    return (
      <Problem action={{ label: "Try again", onClick: reload }}>
        Your settings could not be read, so posts are shown as they are. {failure}
      </Problem>
    );
  }
  return (
    <p class="hint" role="status">
      Reading your settings…
    </p>
  );
};
