import * as v from "valibot";

import { describeIssue } from "../vocab/issues";
import { migrate } from "./migrate";
import type { Settings } from "./schema";

export const BACKUP_FORMAT = "winnow-backup";

/** Largest backup that is read, in UTF-16 units. */
export const MAX_BACKUP = 8_000_000;

const BackupSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT, "this is not a Winnow backup"),
  version: v.literal(1, "this backup is of a version that this Winnow cannot read"),
  exported: v.optional(v.string()),
  settings: v.unknown(),
});

/** Everything that Winnow stores, as one JSON text that a person can read. */
export const writeBackup = (settings: Settings, now: Date): string =>
  `${JSON.stringify({ format: BACKUP_FORMAT, version: 1, exported: now.toISOString(), settings }, null, 2)}\n`;

export type ReadBackup = { ok: true; settings: Settings } | { ok: false; problem: string };

/** Read a backup. A malformed one names the field that is wrong. Never throws. */
export const readBackup = (text: string): ReadBackup => {
  if (text.length > MAX_BACKUP) return { ok: false, problem: "The file is too large to be a Winnow backup." };
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { ok: false, problem: `The file is not JSON: ${(error as Error).message}` };
  }
  const backup = v.safeParse(BackupSchema, raw);
  if (!backup.success) return { ok: false, problem: describeIssue(backup.issues[0]) };
  const migrated = migrate(backup.output.settings);
  return migrated.ok ? migrated : { ok: false, problem: `settings.${migrated.problem}` };
};
