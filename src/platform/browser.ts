/** The browser's extension API, the same promise-based one in Chrome and Firefox. Named in this folder only. */
export { default as browser } from "webextension-polyfill";
export type { Runtime, Tabs } from "webextension-polyfill";
