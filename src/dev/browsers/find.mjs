import { accessSync, constants, readFileSync, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/*
 * Looks for browsers that are installed already. Plain JavaScript without packages: set-up runs it before
 * there is a node_modules.
 */

const windowsRoots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
const onWindows = (/** @type {string[]} */ ...paths) =>
  windowsRoots.flatMap((root) => (root ? paths.map((path) => join(root, path)) : []));
const onMac = (/** @type {string[]} */ ...apps) =>
  apps.flatMap((app) => [
    `/Applications/${app}`,
    ...(process.env.HOME ? [join(process.env.HOME, "Applications", app)] : []),
  ]);
const onPath = (/** @type {string[]} */ ...names) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .flatMap((folder) => names.map((name) => join(folder, name)));

/** Where each kind of browser usually is, the most fitting first. */
const PLACES = {
  chromium: {
    variable: "WINNOW_CHROMIUM",
    linux: () => [
      ...onPath(
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "microsoft-edge-stable",
        "brave-browser",
      ),
      "/opt/google/chrome/chrome",
    ],
    darwin: () =>
      onMac(
        "Google Chrome.app/Contents/MacOS/Google Chrome",
        "Chromium.app/Contents/MacOS/Chromium",
        "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "Brave Browser.app/Contents/MacOS/Brave Browser",
      ),
    win32: () =>
      onWindows(
        "Google\\Chrome\\Application\\chrome.exe",
        "Chromium\\Application\\chrome.exe",
        "Microsoft\\Edge\\Application\\msedge.exe",
        "BraveSoftware\\Brave-Browser\\Application\\brave.exe",
      ),
  },
  firefox: {
    variable: "WINNOW_FIREFOX",
    linux: () => [...onPath("firefox-esr", "firefox"), "/opt/firefox/firefox", "/usr/lib/firefox/firefox"],
    darwin: () =>
      onMac(
        "Firefox.app/Contents/MacOS/firefox",
        "Firefox Developer Edition.app/Contents/MacOS/firefox",
        "Firefox Nightly.app/Contents/MacOS/firefox",
      ),
    win32: () =>
      onWindows(
        "Mozilla Firefox\\firefox.exe",
        "Firefox Developer Edition\\firefox.exe",
        "Firefox Nightly\\firefox.exe",
      ),
  },
};

/** @param {string} path */
const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/**
 * A snap cannot read a profile or an extension outside the folders it is confined to, so it is of no use
 * here; on Ubuntu /usr/bin/chromium-browser and /usr/bin/firefox are scripts that only start the snap.
 * @param {string} path
 */
const isSnap = (path) => {
  try {
    const real = realpathSync(path);
    if (real.startsWith("/snap/") || real === "/usr/bin/snap") return true;
    const start = statSync(real).size < 64_000 ? readFileSync(real, "latin1") : "";
    return start.startsWith("#!") && start.includes("/snap/bin/");
  } catch {
    return false;
  }
};

/**
 * The program of an installed browser, or undefined.
 * @param {"chromium" | "firefox"} kind
 * @returns {{ path?: string, snap: boolean }} `snap`: only a snap was found
 */
export const findBrowser = (kind) => {
  const places = PLACES[kind];
  const wanted = process.env[places.variable];
  if (wanted) {
    if (!isProgram(wanted)) throw new Error(`${places.variable} is ${wanted}, which is not a program`);
    return { path: wanted, snap: false };
  }
  const known = /** @type {Partial<Record<NodeJS.Platform, () => string[]>>} */ (places);
  const found = (known[process.platform] ?? places.linux)().filter(isProgram);
  const path = found.find((candidate) => !isSnap(candidate));
  return { ...(path === undefined ? {} : { path }), snap: found.length > 0 && path === undefined };
};
