import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { launch } from "../../src/dev/browsers/launch";
import { allowAndSwitchOn, switchSite } from "../../src/dev/browsers/steps";
import { ROOT } from "../../src/dev/run.mjs";
import { type LocalServer, startServer } from "../../src/dev/server/local-server";
import { sampleSite } from "../../src/dev/server/sample-site";
import { measureDecisions, measureColdDecision } from "./decisions";
import { extensionMemory } from "./memory";
import { modelInPage } from "./model-in-page";
import { readerInPage } from "./reader-in-page";
import { type Scrolled, scrollThrough } from "./scroll";
import { median } from "./figures";

const COUNT = 500;
const ROUNDS = 3;
const COLD_STARTS = 5;
const ORIGINS = ["https://x.com/*", "https://twitter.com/*"];

const compare = (withUs: readonly Scrolled[], without: readonly Scrolled[]): object => {
  const of = (key: keyof Scrolled, all: readonly Scrolled[]): number => median(all.map((each) => each[key]));
  return {
    posts: of("posts", withUs),
    "main-thread ms a post, with Winnow": of("taskMs", withUs) / of("posts", withUs),
    "main-thread ms a post, without": of("taskMs", without) / of("posts", without),
    "ratio with to without": of("taskMs", withUs) / of("taskMs", without),
    "script ms a post, with Winnow": of("scriptMs", withUs) / of("posts", withUs),
    "script ms a post, without": of("scriptMs", without) / of("posts", without),
    "longest task in ms, with Winnow": of("longestMs", withUs),
    "longest task in ms, without": of("longestMs", without),
  };
};

const measureWith = async (server: LocalServer, profileDir: string): Promise<object> => {
  const extensionDir = join(ROOT, "build/chrome-mv3-prod");
  const driver = await launch("chromium", { extensionDir, port: server.port, profileDir, headless: true });
  try {
    const welcome = await driver.ownPage("tabs/welcome.html");
    await allowAndSwitchOn(driver, welcome, "X", ORIGINS);

    server.serve(sampleSite(undefined, { count: COUNT }));
    const scrolls: { on: Scrolled[]; off: Scrolled[] } = { on: [], off: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      // In turns, so that a slow minute of the machine meets both.
      await switchSite(welcome, "X", false);
      scrolls.off.push(await scrollThrough(driver, COUNT));
      await switchSite(welcome, "X", true);
      scrolls.on.push(await scrollThrough(driver, COUNT));
    }

    server.serve(sampleSite(undefined, { virtual: false }));
    const decisions = await measureDecisions(driver);
    const reader = await readerInPage(driver, server, COUNT);
    const model = await modelInPage(welcome, extensionDir);
    const timeline = await driver.open("https://x.com/home");
    await welcome.close();
    await timeline.waitForSelector("[data-winnow]");
    const memory = extensionMemory(driver);

    const cold: number[] = [];
    for (let round = 0; round < COLD_STARTS; round += 1) cold.push(await measureColdDecision(driver));
    return {
      browser: await driver.browser.version(),
      reader,
      [`scrolling through ${COUNT} posts`]: compare(scrolls.on, scrolls.off),
      "from insertion to decision": {
        ...decisions,
        "cold ms (no service worker, model not loaded), median": median(cold),
        "cold ms, slowest": Math.max(...cold),
      },
      model,
      memory,
    };
  } finally {
    await driver.close().catch(() => undefined);
  }
};

/** Everything that only a browser can tell. */
export const measureBrowser = async (): Promise<object> => {
  const profileDir = mkdtempSync(join(tmpdir(), "winnow-bench-"));
  const server = await startServer(sampleSite());
  try {
    return await measureWith(server, profileDir);
  } finally {
    await server.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
