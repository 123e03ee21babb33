import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import puppeteer, { type Browser, type Page } from "puppeteer-core";

import { zipFolder } from "../zip";
import { bidiOf, inShadow } from "./bidi";
import { type Driver, downloadsOf, type LaunchOptions, waitFor } from "./driver";
import { findBrowser } from "./find.mjs";
import { listenForErrors } from "./listen";

/** The extension's pages live under this made-up id in our profiles, so that their address is known. */
const UUID = "6d1f0c3e-8f0a-4d52-9a51-57a1c0de0001";
const BASE = `moz-extension://${UUID}`;

/** @param port where the local server listens */
const preferences = (
  addonId: string,
  port: number,
  downloads: string,
): Record<string, string | number | boolean> => ({
  "extensions.webextensions.uuids": JSON.stringify({ [addonId]: UUID }),
  // Developer editions and ESR take the unsigned package that is put into the profile, for good.
  "xpinstall.signatures.required": false,
  "extensions.autoDisableScopes": 0,
  "extensions.startupScanScopes": 15,
  // Firefox proper takes it for one run; these keep its storage and address for when it is back.
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
  // The permission question is drawn outside every page: answered with yes.
  "extensions.webextOptionalPermissionPrompts": false,
  "network.dns.forceResolve": "127.0.0.1",
  "network.socket.forcePort": `443=${port};80=${port}`,
  "browser.download.folderList": 2,
  "browser.download.dir": downloads,
  "browser.download.alwaysOpenPanel": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false,
  "browser.startup.page": 0,
  "browser.tabs.warnOnClose": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
});

const idOf = (extensionDir: string): string => {
  const manifest = JSON.parse(readFileSync(join(extensionDir, "manifest.json"), "utf8")) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
};

const start = (options: LaunchOptions, addonId: string): Promise<Browser> => {
  const { path } = findBrowser("firefox");
  if (path === undefined) throw new Error("no Firefox was found");
  const extensions = join(options.profileDir, "extensions");
  mkdirSync(extensions, { recursive: true });
  writeFileSync(join(extensions, `${addonId}.xpi`), zipFolder(options.extensionDir, 0));
  return puppeteer.launch({
    browser: "firefox",
    executablePath: path,
    headless: options.headless,
    acceptInsecureCerts: true,
    userDataDir: options.profileDir,
    defaultViewport: options.headless ? { width: 1000, height: 900 } : null,
    extraPrefsFirefox: preferences(addonId, options.port, downloadsOf(options)),
    args: ["--remote-allow-system-access", "--width=1000", "--height=1000"],
  });
};

/** The protocol reports no navigation to an extension's page, so `page.url()` is not to be trusted there. */
const addressOf = (page: Page): Promise<string> => page.evaluate(() => location.href);

/** Starts a Firefox with the extension installed. */
export const launchFirefox = async (options: LaunchOptions): Promise<Driver> => {
  const addonId = idOf(options.extensionDir);
  const browser = await start(options, addonId);
  const errors: string[] = [];
  listenForErrors(browser, errors);
  const { inBrowser } = bidiOf(browser);
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(addonId)})`;
  const isThere = async (): Promise<boolean> => (await inBrowser(`String(!!${policy}?.active)`)) === "true";
  const staysInstalled = await waitFor("the extension", isThere, 3_000).catch(() => false);
  if (!staysInstalled) await browser.installExtension(options.extensionDir);

  return {
    kind: "firefox",
    browser,
    base: BASE,
    downloads: downloadsOf(options),
    errors,
    staysInstalled,
    open: async (url) => {
      const page = await browser.newPage();
      await page.goto(url, { waitUntil: "load" });
      return page;
    },
    openOwn: async (path) => {
      const page = await browser.newPage();
      // The load event of an extension's page never reaches the protocol: the page is polled instead.
      page.goto(`${BASE}/${path}`).catch(() => undefined);
      await waitFor(path, async () => {
        const there = (await addressOf(page)).startsWith(BASE);
        return there && (await page.evaluate(() => document.readyState)) === "complete";
      });
      return page;
    },
    ownPage: (path) =>
      waitFor(path, async () => {
        for (const page of await browser.pages()) {
          if ((await addressOf(page)).startsWith(`${BASE}/${path}`)) return page;
        }
        return undefined;
      }),
    allowSite: () => Promise.resolve(), // a preference answers for all
    revokeSite: async (origins) => {
      const change = JSON.stringify({ permissions: [], origins });
      await inBrowser(
        `ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs")
          .ExtensionPermissions.remove(${JSON.stringify(addonId)}, ${change}, ${policy}.extension).then(() => "")`,
      );
    },
    killBackground: async () => {
      await inBrowser(
        `${policy}.extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
          .then(() => "")`,
      );
    },
    inShadow: (page, hosts, read) => inShadow(browser, page, hosts, read),
    close: () => browser.close(),
  };
};
