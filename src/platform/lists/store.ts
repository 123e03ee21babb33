import * as v from "valibot";

import type { Bundle } from "../../core/lists/merge";
import { pack, unpack } from "../../core/lists/pack";
import { type Bytes, fromBytes, toBytes } from "../../core/lists/standard";
import { describeIssue } from "../../core/vocab/issues";
import {
  type Difference,
  DifferenceSchema,
  type Subscription,
  SubscriptionSchema,
} from "../../core/vocab/subscription";
import { COMPILED_KEY } from "./compiled-store";
import { database, ofList } from "./database";

/** Most differences that are kept of one list. */
const MOST_DIFFERENCES = 20;

/** A stored text may be this large, includes and all, when it is unpacked. */
const MAX_UNPACKED = 64_000_000;

const BundleSchema = v.object({
  main: v.string(),
  base: v.optional(v.string()),
  included: v.record(v.string(), v.string()),
});

/** Stored data that did not fit its schema: kept, and out of the way. */
export interface Broken {
  /** ISO 8601. */
  time: string;
  key: string;
  problem: string;
  raw: unknown;
}

export const setBroken = async (key: string, problem: string, raw: unknown): Promise<void> => {
  await (await database()).add("broken", { time: new Date().toISOString(), key, problem, raw });
};

export const listBroken = async (): Promise<Broken[]> =>
  (await (await database()).getAll("broken")) as Broken[];

/** All subscriptions, oldest first. One that does not fit its schema is set aside, its texts untouched. */
export const readSubscriptions = async (): Promise<Subscription[]> => {
  const db = await database();
  const [keys, values] = await Promise.all([db.getAllKeys("subscriptions"), db.getAll("subscriptions")]);
  const read: Subscription[] = [];
  for (const [at, value] of values.entries()) {
    const parsed = v.safeParse(SubscriptionSchema, value);
    if (parsed.success) read.push(parsed.output);
    else {
      const key = keys[at] ?? "";
      await setBroken(`subscription ${key}`, describeIssue(parsed.issues[0]), value);
      await db.delete("subscriptions", key);
    }
  }
  return read.sort((a, b) => a.added - b.added || (a.id < b.id ? -1 : 1));
};

export const writeSubscription = async (subscription: Subscription): Promise<void> => {
  await (await database()).put("subscriptions", v.parse(SubscriptionSchema, subscription), subscription.id);
};

/** Forget a list: what it may do, its texts, its differences, and what was compiled of its rules. */
export const deleteSubscription = async (id: string): Promise<void> => {
  const transaction = (await database()).transaction(
    ["subscriptions", "versions", "differences", "values"],
    "readwrite",
  );
  await Promise.all([
    transaction.objectStore("values").delete(COMPILED_KEY),
    transaction.objectStore("subscriptions").delete(id),
    transaction.objectStore("versions").delete(ofList(id)),
    transaction.objectStore("differences").delete(ofList(id)),
    transaction.done,
  ]);
};

const packBundle = (bundle: Bundle): Promise<Bytes> => pack(toBytes(JSON.stringify(bundle)));

const readBundle = async (stored: unknown): Promise<Bundle | null> => {
  if (!(stored instanceof Uint8Array)) return null;
  const bytes = await unpack(stored as Bytes, MAX_UNPACKED);
  if (!bytes) return null;
  try {
    const parsed = v.safeParse(BundleSchema, JSON.parse(fromBytes(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
};

export const writeVersion = async (list: string, version: string, bundle: Bundle): Promise<void> => {
  const packed = await packBundle(bundle);
  await (await database()).put("versions", packed, [list, version]);
};

/** The texts of one copy; null if there are none, or what is stored is no list (it is set aside then). */
export const readVersion = async (list: string, version: string): Promise<Bundle | null> => {
  const db = await database();
  const stored = await db.get("versions", [list, version]);
  if (stored === undefined) return null;
  const bundle = await readBundle(stored);
  if (!bundle) {
    await setBroken(`version ${version} of ${list}`, "it cannot be read", stored);
    await db.delete("versions", [list, version]);
  }
  return bundle;
};

/** Drop the copies of a list that nothing names any more. */
export const keepVersions = async (list: string, keep: readonly string[]): Promise<void> => {
  const db = await database();
  const keys = await db.getAllKeys("versions", ofList(list));
  await Promise.all(
    keys.filter(([, version]) => !keep.includes(version)).map((key) => db.delete("versions", key)),
  );
};

export interface StoredDifference {
  time: number;
  /** Versions. */
  from: string;
  to: string;
  difference: Difference;
}

const StoredDifferenceSchema = v.object({
  time: v.number(),
  from: v.string(),
  to: v.string(),
  difference: DifferenceSchema,
});

export const writeDifference = async (list: string, stored: StoredDifference): Promise<void> => {
  const db = await database();
  await db.put("differences", stored, [list, stored.time]);
  const keys = await db.getAllKeys("differences", ofList(list));
  await Promise.all(keys.slice(0, -MOST_DIFFERENCES).map((key) => db.delete("differences", key)));
};

/** What updates of a list changed, newest first. */
export const readDifferences = async (list: string): Promise<StoredDifference[]> => {
  const values = await (await database()).getAll("differences", ofList(list));
  return values
    .map((value) => v.safeParse(StoredDifferenceSchema, value))
    .flatMap((parsed) => (parsed.success ? [parsed.output] : []))
    .reverse();
};

/** How long a preview is kept, in milliseconds, and how many there are at most. */
const PREVIEW_LASTS = 3_600_000;
const MOST_PREVIEWS = 4;

/** Keep what was looked at, so that what is subscribed to is what was seen. */
export const writePreview = async (
  token: string,
  time: number,
  bundle: Bundle,
  about: unknown,
): Promise<void> => {
  const packed = await packBundle(bundle);
  const db = await database();
  const keys = await db.getAllKeys("previews");
  const stored = await Promise.all(
    keys.map(async (key) => ({ key, time: timeOf(await db.get("previews", key)) })),
  );
  const old = stored.filter((entry) => Math.abs(time - entry.time) > PREVIEW_LASTS);
  const most = stored.sort((a, b) => b.time - a.time).slice(MOST_PREVIEWS - 1);
  await Promise.all([...old, ...most].map(({ key }) => db.delete("previews", key)));
  await db.put("previews", { time, packed, about }, token);
};

const timeOf = (preview: unknown): number => {
  const time = (preview as { time?: unknown } | undefined)?.time;
  return typeof time === "number" ? time : 0;
};

export const readPreview = async (token: string): Promise<{ bundle: Bundle; about: unknown } | null> => {
  const stored = (await (await database()).get("previews", token)) as
    { packed?: unknown; about?: unknown } | undefined;
  const bundle = await readBundle(stored?.packed);
  return bundle ? { bundle, about: stored?.about } : null;
};

export const deletePreview = async (token: string): Promise<void> => {
  await (await database()).delete("previews", token);
};
