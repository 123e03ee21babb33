import * as v from "valibot";

import { describeIssue } from "../vocab/issues";
import { defaultSettings } from "./defaults";
import { SETTINGS_VERSION, SettingsSchema, type Settings } from "./schema";

type Stored = Record<string, unknown>;

/**
 * Pure steps, each from the version that is its key to the next one. A step may assume the shape
 * of its own version, since the result is checked as a whole.
 */
const STEPS: Readonly<Record<number, (stored: Stored) => Stored>> = {
  // 0 was never released: settings without a version are completed from the defaults.
  0: (stored) => ({ ...defaultSettings(), ...stored, version: 1 }),
};

export type Migrated = { ok: true; settings: Settings } | { ok: false; problem: string };

const isObject = (value: unknown): value is Stored =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Bring stored settings of any earlier version to today's, or say which field is wrong. Never throws. */
export const migrate = (stored: unknown): Migrated => {
  if (!isObject(stored)) return { ok: false, problem: "The settings are not a JSON object." };
  let current = stored;
  let version = typeof current["version"] === "number" ? current["version"] : 0;
  if (version > SETTINGS_VERSION) {
    return {
      ok: false,
      problem: `version: these settings are of version ${version}, made by a newer Winnow; this one reads up to ${SETTINGS_VERSION}.`,
    };
  }
  while (version < SETTINGS_VERSION) {
    const step = STEPS[version];
    if (!step) return { ok: false, problem: `version: ${version} is not a version of Winnow's settings.` };
    current = step(current);
    version += 1;
  }
  const result = v.safeParse(SettingsSchema, current);
  return result.success
    ? { ok: true, settings: result.output }
    : { ok: false, problem: describeIssue(result.issues[0]) };
};
