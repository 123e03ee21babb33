/**
 * The manifest of the extension, typed and with its reasons. Plasmo reads only package.json, so
 * `npm run manifest` writes this into package.json's "manifest", and a test compares the two.
 */

/** The sites that Winnow can be switched on for. Each is asked for by itself, when the user wants it. */
const OPTIONAL_HOSTS = ["https://x.com/*", "https://twitter.com/*"];

/**
 * Some servers give files to extensions only with a permission for their host. It is asked for one host at a
 * time, when the user follows a list there; the pattern names no host, since lists may lie on any.
 */
const LIST_HOSTS = ["https://*/*"];

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
  optional_host_permissions: [...OPTIONAL_HOSTS, ...LIST_HOSTS],
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
