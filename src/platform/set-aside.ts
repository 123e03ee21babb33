import * as v from "valibot";

import { KEYS, readRaw, write } from "./storage";

const SetAsideSchema = v.object({
  /** ISO 8601: when it was found to be broken. */
  time: v.string(),
  key: v.string(),
  /** Which field is wrong, in words. */
  problem: v.string(),
  /** The stored text, untouched. */
  raw: v.string(),
});

/** Stored data that failed its schema: kept for the user, and out of the way. */
export type SetAside = v.InferOutput<typeof SetAsideSchema>;

const MOST = 5;

export const listSetAside = async (): Promise<SetAside[]> => {
  const raw = await readRaw(KEYS.setAside);
  if (raw === null) return [];
  try {
    const list = v.safeParse(v.array(SetAsideSchema), JSON.parse(raw));
    if (list.success) return list.output;
  } catch {
    // Falls through: the text itself is what there is to keep.
  }
  return [{ time: new Date(0).toISOString(), key: KEYS.setAside, problem: "not readable", raw }];
};

/** Keep a broken value. The same value is kept once; the newest few stay. */
export const setAside = async (entry: SetAside): Promise<void> => {
  const list = await listSetAside();
  if (list.some(({ key, raw }) => key === entry.key && raw === entry.raw)) return;
  await write(KEYS.setAside, [entry, ...list].slice(0, MOST));
};

export const forgetSetAside = async (): Promise<void> => {
  await write(KEYS.setAside, []);
};
