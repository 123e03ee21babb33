/**
 * The manifest of the extension, typed and with its reasons. Plasmo reads only package.json, so
 * `npm run manifest` writes this into package.json's "manifest", and a test compares the two.
 */

import { SITES } from "./src/core/sites";

/**
 * Hosts that may be asked for, one at a time, when the user wants it. The last one names no host: it stands
 * for instances of Mastodon and Lemmy, for sites that users add, and for lists on servers that give files to
 * extensions only with a permission. Nobody knows those hosts in advance, and only the one at hand is asked for.
 */
const OPTIONAL_HOSTS = [...new Set(SITES.flatMap(({ origins }) => origins)), "https://*/*"];

/** Firefox and Chrome know the add-on by this name in tests, updates and stores. */
const GECKO_ID = "winnow@winnow.invalid";

const PERMISSIONS = [
  // Settings and rules, on this device.
  "storage",
  // Registers the feed script for the sites that were switched on, and only for those.
  "scripting",
  // Lets the popup see the address of the tab on which it was opened.
  "activeTab",
  // Looks for updates of the lists that the user follows.
  "alarms",
  // "Follow this list in Winnow" in the menu of links.
  "contextMenus",
];

export const manifest = {
  // Nothing is required at install: hosts are optional, site by site.
  permissions: PERMISSIONS,
  optional_host_permissions: OPTIONAL_HOSTS,
  content_security_policy: {
    extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
  },
  overrides: {
    chrome: {
      minimum_chrome_version: "116",
      // The model runs in an offscreen document there, since a service worker is stopped every half minute.
      permissions: [...PERMISSIONS, "offscreen"],
    },
    firefox: {
      browser_specific_settings: {
        gecko: {
          id: GECKO_ID,
          strict_min_version: "142.0",
          data_collection_permissions: { required: ["none"] },
        },
        gecko_android: { strict_min_version: "142.0" },
      },
    },
  },
};

/** The bundler is given the copy of the ONNX runtime that `npm run build` prepares. */
export const alias = {
  "onnxruntime-web/wasm": "./.cache/ort/ort.wasm.bundle.mjs",
};
