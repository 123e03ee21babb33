import { SETTINGS_VERSION, type Settings } from "./schema";

/** Fresh from the store nothing is hidden and no site is read: it labels, once the user switches a site on. */
export const defaultSettings = (): Settings => ({
  version: SETTINGS_VERSION,
  sites: {},
  policy: { strictness: 100, flagged: "label", declared: "label" },
  detectors: { text: true, declared: true },
  rules: "",
});
