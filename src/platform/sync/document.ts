import * as v from "valibot";

import { pack, unpack } from "../../core/lists/pack";
import { fromBase64Url, fromBytes, toBase64Url, toBytes } from "../../core/lists/standard";
import { mergeLines, mergeValues } from "../../core/lists/three-way";
import { defaultSettings } from "../../core/settings/defaults";
import { migrate } from "../../core/settings/migrate";
import type { Settings } from "../../core/settings/schema";
import { bounded } from "../../core/vocab/limits";
import { GrantSchema } from "../../core/vocab/rule-list";

/** A followed list as other devices need it: its address and what it may do, not its text. */
export const SyncedListSchema = v.strictObject({
  name: bounded(200),
  on: v.boolean(),
  grant: GrantSchema,
  interval: v.optional(v.number()),
});

export type SyncedList = v.InferOutput<typeof SyncedListSchema>;

/** Everything that is synced. */
export interface SyncDocument {
  /** But for the rules, which are merged line by line. */
  settings: Omit<Settings, "rules">;
  rules: string;
  /** By address. */
  lists: Record<string, SyncedList>;
}

const StoredSchema = v.strictObject({
  settings: v.record(v.string(), v.unknown()),
  rules: v.string(),
  lists: v.record(bounded(2_000), SyncedListSchema),
});

/** What every device begins with: what is untouched gives way to what was changed elsewhere. */
export const emptyDocument = (): SyncDocument => {
  const { rules, ...settings } = defaultSettings();
  return { settings, rules, lists: {} };
};

/** Check a stored document; settings of an older version are brought to today's. */
export const readDocument = (stored: unknown): SyncDocument | null => {
  const read = v.safeParse(StoredSchema, stored);
  if (!read.success) return null;
  const migrated = migrate({ ...read.output.settings, rules: read.output.rules });
  if (!migrated.ok) return null;
  const { rules, ...settings } = migrated.settings;
  return { settings, rules, lists: read.output.lists };
};

/** Two devices' documents and their last common one, brought together. `conflicts` names fields in words. */
export const mergeDocuments = (
  base: SyncDocument,
  here: SyncDocument,
  there: SyncDocument,
): { document: SyncDocument; conflicts: string[] } => {
  const conflicts: string[] = [];
  const note = (path: string): void => void conflicts.push(path);
  const rules = mergeLines(base.rules.split("\n"), here.rules.split("\n"), there.rules.split("\n"));
  if (rules.conflict)
    conflicts.push("My rules: both devices had changed the same lines; all of them were kept.");
  const document = {
    settings: mergeValues(base.settings, here.settings, there.settings, (path) => note(`Settings: ${path}`)),
    rules: rules.lines.join("\n"),
    lists: mergeValues(base.lists, here.lists, there.lists, (path) => note(`Lists: ${path}`)),
  };
  return { document, conflicts };
};

/** What a browser gives: bytes in all, bytes of one item with its key, as JSON (Chrome's numbers; Firefox's are the same). */
export const ROOM = 102_400;
const ITEM = 8_192;
const NAME = "winnow-";
const HEAD = `${NAME}head`;
/** Quotes, key and a little air. */
const PIECE = ITEM - 64;
/** Left free, so that the head and a browser's own accounting fit. */
const MOST = ROOM - 2_048;
const MAX_UNPACKED = 4_000_000;

const HeadSchema = v.strictObject({
  format: v.literal(1),
  pieces: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(16)),
  length: v.number(),
});

export type Items = Record<string, unknown>;

/** A document as items of the browser's sync storage; null if it does not fit. */
export const toItems = async (
  document: SyncDocument,
): Promise<{ items: Items; bytes: number } | { items: null; bytes: number }> => {
  const text = toBase64Url(await pack(toBytes(JSON.stringify(document))));
  const items: Items = {};
  let pieces = 0;
  for (let at = 0; at < text.length; at += PIECE) items[`${NAME}${pieces++}`] = text.slice(at, at + PIECE);
  items[HEAD] = { format: 1, pieces, length: text.length };
  const bytes = Object.entries(items).reduce(
    (sum, [key, value]) => sum + key.length + JSON.stringify(value).length,
    0,
  );
  return bytes > MOST ? { items: null, bytes } : { items, bytes };
};

/** The document of some items; null if there is none; `broken` while pieces are missing or were changed. */
export const fromItems = async (items: Items): Promise<SyncDocument | null | "broken" | "newer"> => {
  const stored = items[HEAD];
  if (stored === undefined) return null;
  if (typeof stored === "object" && stored !== null && Number((stored as { format?: unknown }).format) > 1)
    return "newer";
  const head = v.safeParse(HeadSchema, stored);
  if (!head.success) return "broken";
  const pieces = Array.from({ length: head.output.pieces }, (_, at) => items[`${NAME}${at}`]);
  if (!pieces.every((piece) => typeof piece === "string")) return "broken";
  const text = pieces.join("");
  if (text.length !== head.output.length) return "broken";
  const bytes = fromBase64Url(text);
  const unpacked = bytes && (await unpack(bytes, MAX_UNPACKED));
  if (!unpacked) return "broken";
  try {
    return readDocument(JSON.parse(fromBytes(unpacked))) ?? "broken";
  } catch {
    return "broken";
  }
};

/** Names of items that are ours. */
export const isOurs = (key: string): boolean => key.startsWith(NAME);
