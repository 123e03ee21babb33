import { mkdirSync } from "node:fs";

import puppeteer, { type Browser, type Page, type Target } from "puppeteer-core";

import { type Driver, downloadsOf, type LaunchOptions, waitFor } from "./driver";
import { findBrowser } from "./find.mjs";
import { listenForErrors } from "./listen";

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-default-apps",
  "--disable-search-engine-choice-screen",
  // The certificate is made for this run; the switch holds for this process only.
  "--ignore-certificate-errors",
  "--window-size=1000,1000",
];

const start = (options: LaunchOptions): Promise<Browser> => {
  const { path } = findBrowser("chromium");
  if (path === undefined) throw new Error("no Chromium, Chrome, Edge or Brave was found");
  mkdirSync(options.profileDir, { recursive: true });
  const root = process.platform === "linux" && process.getuid?.() === 0;
  return puppeteer.launch({
    browser: "chrome",
    executablePath: path,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    downloadBehavior: { policy: "allow", downloadPath: downloadsOf(options) },
    userDataDir: options.profileDir,
    defaultViewport: options.headless ? { width: 1000, height: 900 } : null,
    args: [
      ...FLAGS,
      `--load-extension=${options.extensionDir}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${options.port}`,
      // Chromium's sandbox refuses to run as root, as in a CI container.
      ...(root ? ["--no-sandbox"] : []),
    ],
  });
};

const isBackground = (target: Target): boolean =>
  target.type() === "service_worker" && target.url().startsWith("chrome-extension://");

/** Chrome proper no longer takes --load-extension; there the debugging protocol loads it, for one run. */
const findExtension = async (browser: Browser, dir: string): Promise<{ id: string; stays: boolean }> => {
  try {
    const target = await browser.waitForTarget(isBackground, { timeout: 4_000 });
    return { id: new URL(target.url()).host, stays: true };
  } catch {
    return { id: await browser.installExtension(dir), stays: false };
  }
};

/** What chrome://extensions itself calls when a person clicks there. */
interface DeveloperPrivate {
  addHostPermission(id: string, origin: string): Promise<void>;
  removeHostPermission(id: string, origin: string): Promise<void>;
}

const onExtensionsPage = async (
  browser: Browser,
  id: string,
  method: keyof DeveloperPrivate,
  origins: readonly string[],
): Promise<void> => {
  const page = await browser.newPage();
  await page.goto("chrome://extensions", { waitUntil: "load" });
  for (const origin of origins) {
    await page.evaluate(
      (name, extension, pattern) =>
        (globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } }).chrome.developerPrivate[
          name
        ](extension, pattern),
      method,
      id,
      origin,
    );
  }
  await page.close();
};

/** The protocol sees through closed shadow roots, as the browser's own inspector does. */
const inShadow = async <T>(page: Page, hosts: string, read: (root: ShadowRoot) => T): Promise<T[]> => {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send("DOM.getDocument", { depth: 0 });
    const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: hosts });
    const results: T[] = [];
    for (const nodeId of nodeIds) {
      const { node } = await session.send("DOM.describeNode", { nodeId, depth: 1, pierce: true });
      const shadow = node.shadowRoots?.find((each) => each.shadowRootType !== "user-agent");
      if (shadow === undefined) continue;
      const { object } = await session.send("DOM.resolveNode", { backendNodeId: shadow.backendNodeId });
      const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
        objectId: object.objectId!,
        functionDeclaration: `function () { return (${String(read)})(this); }`,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      results.push(result.value as T);
    }
    return results;
  } finally {
    await session.detach();
  }
};

/** Starts a Chromium (or Chrome, Edge, Brave) with the extension loaded. */
export const launchChromium = async (options: LaunchOptions): Promise<Driver> => {
  const browser = await start(options);
  const errors: string[] = [];
  listenForErrors(browser, errors);
  const { id, stays } = await findExtension(browser, options.extensionDir);
  const base = `chrome-extension://${id}`;
  const open = async (url: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: "load" });
    return page;
  };
  return {
    kind: "chromium",
    browser,
    base,
    downloads: downloadsOf(options),
    errors,
    staysInstalled: stays,
    open,
    openOwn: (path) => open(`${base}/${path}`),
    ownPage: async (path) => {
      const wanted = (target: Target): boolean =>
        target.type() === "page" && target.url().startsWith(`${base}/${path}`);
      const page = await (await browser.waitForTarget(wanted, { timeout: 15_000 })).page();
      if (!page) throw new Error(`${path} has no page`);
      return page;
    },
    allowSite: (origins) => onExtensionsPage(browser, id, "addHostPermission", origins),
    revokeSite: (origins) => onExtensionsPage(browser, id, "removeHostPermission", origins),
    killBackground: async () => {
      const target = browser.targets().find(isBackground);
      if (target === undefined) return; // the idle timer was faster
      const isGone = (): boolean => !browser.targets().includes(target);
      // Closes the target and detaches: a debugger that stays attached would keep the worker alive. A worker
      // that is just about to start or to answer may miss the first call.
      await waitFor("the service worker to stop", async () => {
        try {
          await (await target.worker())?.close();
        } catch (error) {
          // It stopped by itself in between.
          if (String(error).includes("No target with given id")) return true;
          throw error;
        }
        return waitFor("it", isGone, 1_000);
      });
    },
    inShadow,
    close: () => browser.close(),
  };
};
