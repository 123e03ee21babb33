import { hashOf } from "../../core/match/hash";
import { plainHandle } from "../../core/match/handle";
import type { Post } from "../../core/vocab/post";
import { database } from "./database";

/** Most people that are remembered; beyond it the ones that were not seen for longest go. */
const MOST = 20_000;

interface Salt {
  first: number;
  second: number;
}

const salt = async (): Promise<Salt> => {
  const db = await database();
  const stored = (await db.get("values", "followed-salt")) as Salt | undefined;
  if (typeof stored?.first === "number" && typeof stored.second === "number") return stored;
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  await db.put("values", { first, second }, "followed-salt");
  return { first, second };
};

const markOf = (handle: string, { first, second }: Salt): string => {
  const plain = plainHandle(handle);
  return `${hashOf(plain, first).toString(36)}-${hashOf(plain, second).toString(36)}`;
};

const noted = new Set<string>();

/**
 * Remember the people whom the user follows, as posts say it, under a salted hash on this device. Lists are
 * asked to wait when they begin to name one of them. Not to be called with posts of private windows.
 */
export const noteFollowed = async (
  posts: readonly Pick<Post, "author" | "is">[],
  now: number,
): Promise<void> => {
  const handles = posts
    .filter(({ author, is }) => author && is.includes("following"))
    .map(({ author }) => author?.handle ?? "")
    .filter((handle) => handle !== "" && !noted.has(handle));
  if (handles.length === 0) return;
  const [db, grains] = await Promise.all([database(), salt()]);
  const transaction = db.transaction("followed", "readwrite");
  for (const handle of handles) {
    noted.add(handle);
    await transaction.store.put(now, markOf(handle, grains));
  }
  await transaction.done;
  if (noted.size > MOST) noted.clear();
  if ((await db.count("followed")) > MOST * 1.1) await forgetOldest();
};

const forgetOldest = async (): Promise<void> => {
  const db = await database();
  const [keys, times] = await Promise.all([db.getAllKeys("followed"), db.getAll("followed")]);
  const oldest = keys
    .map((key, at) => ({ key, time: times[at] ?? 0 }))
    .sort((a, b) => a.time - b.time)
    .slice(0, keys.length - MOST);
  const transaction = db.transaction("followed", "readwrite");
  await Promise.all([...oldest.map(({ key }) => transaction.store.delete(key)), transaction.done]);
};

/** Tells whether a handle is one of those. */
export const followedHandles = async (): Promise<(handle: string) => boolean> => {
  const [keys, grains] = await Promise.all([(await database()).getAllKeys("followed"), salt()]);
  const known = new Set(keys);
  return known.size === 0 ? () => false : (handle) => known.has(markOf(handle, grains));
};
