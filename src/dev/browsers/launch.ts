import { launchChromium } from "./chromium";
import type { BrowserKind, Driver, LaunchOptions } from "./driver";
import { launchFirefox } from "./firefox";

/** Starts a browser of this kind with the extension in it. */
export const launch = (kind: BrowserKind, options: LaunchOptions): Promise<Driver> =>
  kind === "chromium" ? launchChromium(options) : launchFirefox(options);
