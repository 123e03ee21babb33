import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { SITES } from "../../core/sites";
import type { BrowserKind, Driver } from "../browsers/driver";
import { launch } from "../browsers/launch";
import { allowAndSwitchOn } from "../browsers/steps";
import { ROOT } from "../run.mjs";
import { startServer } from "../server/local-server";
import { sampleSite } from "../server/sample-site";
import { readThrough } from "./read-through";
import { printTable } from "./table";

const HOME = "https://x.com/home";

const closed = (driver: Driver): Promise<void> =>
  new Promise((done) => {
    driver.browser.once("disconnected", () => {
      done();
    });
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        done();
      });
    }
  });

const run = async (kind: BrowserKind, headless: boolean): Promise<void> => {
  const profileDir = mkdtempSync(join(tmpdir(), "winnow-profile-"));
  // Also when Ctrl-C ends the browser, and with it this process, before the end is reached.
  process.once("exit", () => {
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  const server = await startServer(sampleSite());
  const extensionDir = join(ROOT, "build", kind === "chromium" ? "chrome-mv3-prod" : "firefox-mv3-prod");
  let driver: Driver | undefined;
  try {
    driver = await launch(kind, { extensionDir, port: server.port, profileDir, headless });
    const x = SITES.find((site) => site.id === "x");
    if (!x) throw new Error("no definition of X");
    const welcome = await driver.ownPage("tabs/welcome.html");
    await allowAndSwitchOn(driver, welcome, x.name, x.origins);
    const timeline = await driver.open(HOME);
    if (headless) {
      printTable(await readThrough(timeline, welcome, HOME));
      const picture = join("build", "winnow-start.png");
      await timeline.screenshot({ path: join(ROOT, picture) });
      console.log(`\nThe top of the timeline: ${picture}`);
      return;
    }
    await timeline.bringToFront();
    console.log(`\nWinnow is open on the sample timeline. Close the browser or press Ctrl-C to end.`);
    await closed(driver);
  } finally {
    await driver?.close().catch(() => undefined);
    await server.close();
  }
};

const [kind = "chromium", ...flags] = process.argv.slice(2);
run(kind as BrowserKind, flags.includes("--headless")).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
