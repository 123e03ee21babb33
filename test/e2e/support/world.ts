import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import type { Page } from "puppeteer-core";

import type { BrowserKind, Driver } from "../../../src/dev/browsers/driver";
import { BROWSER_KINDS } from "../../../src/dev/browsers/driver";
import { findBrowser } from "../../../src/dev/browsers/find.mjs";
import { launch } from "../../../src/dev/browsers/launch";
import { allowAndSwitchOn } from "../../../src/dev/browsers/steps";
import { type LocalServer, type PageMaker, startServer } from "../../../src/dev/server/local-server";

export const HOME = "https://x.com/home";
export const X_ORIGINS = ["https://x.com/*", "https://twitter.com/*"];

const BUILD = resolve(import.meta.dirname, "../../../build");

/** What the browser of this kind loads. */
export const builtFor = (kind: BrowserKind): string =>
  join(BUILD, kind === "chromium" ? "chrome-mv3-prod" : "firefox-mv3-prod");

/** `npm test` has made sure of both in CI; elsewhere a browser that is not there is skipped, and counted so. */
export const browsers = BROWSER_KINDS.map((kind) => ({
  kind,
  missing: findBrowser(kind).path === undefined,
}));

/** A browser with a fresh profile and Winnow in it, and a local server that plays the web. */
export interface World {
  readonly server: LocalServer;
  /** The browser that runs now: another one after `restart`. */
  driver(): Driver;
  /** Opens the timeline. */
  home(): Promise<Page>;
  /** Allows and switches on X, on the welcome page that opened by itself. */
  switchOnX(): Promise<Page>;
  /** Closes the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

/**
 * @param pages what the server answers
 * @param extensionDir what to load instead of the build
 */
export const openWorld = async (
  kind: BrowserKind,
  pages: PageMaker,
  extensionDir = builtFor(kind),
): Promise<World> => {
  if (!existsSync(join(extensionDir, "manifest.json")))
    throw new Error(`nothing is built: run "npm run build"`);
  const profileDir = mkdtempSync(join(tmpdir(), `winnow-${kind}-`));
  const server = await startServer(pages);
  const start = (): Promise<Driver> =>
    launch(kind, { extensionDir, port: server.port, profileDir, headless: true });
  let driver = await start();
  return {
    server,
    driver: () => driver,
    home: () => driver.open(HOME),
    switchOnX: async () => {
      const welcome = await driver.ownPage("tabs/welcome.html");
      await allowAndSwitchOn(driver, welcome, "X", X_ORIGINS);
      return welcome;
    },
    restart: async () => {
      await driver.close();
      driver = await start();
    },
    end: async () => {
      await driver.close().catch(() => undefined);
      await server.close();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};
