import * as v from "valibot";

import { bounded } from "../vocab/limits";
import { PolicySchema } from "../vocab/policy";

export const SETTINGS_VERSION = 1;

/** Longest text of the user's own rules, in UTF-16 units. */
export const MAX_RULES_TEXT = 1_000_000;

/** Everything that a user sets. Stored under one key, so that a change is seen whole or not at all. */
export const SettingsSchema = v.strictObject({
  version: v.literal(SETTINGS_VERSION),
  /** Site id -> switched on. A site that is on still needs the browser's permission for its hosts. */
  sites: v.record(v.pipe(bounded(100), v.regex(/^[a-z][a-z0-9-]*$/)), v.boolean()),
  policy: PolicySchema,
  /** Detectors that may run. */
  detectors: v.strictObject({ text: v.boolean(), declared: v.boolean() }),
  /** The user's own rules, one a line. */
  rules: bounded(MAX_RULES_TEXT),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
