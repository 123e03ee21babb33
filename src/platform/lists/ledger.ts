import * as v from "valibot";

import { database } from "./database";
import { type Request, RequestSchema } from "./request-schema";

/** Most requests that are remembered. */
export const MAX_LEDGER = 500;

export const noteRequest = async (request: Request): Promise<void> => {
  const db = await database();
  await db.add("ledger", request);
  const count = await db.count("ledger");
  if (count <= MAX_LEDGER) return;
  const keys = await db.getAllKeys("ledger", null, count - MAX_LEDGER);
  await Promise.all(keys.map((key) => db.delete("ledger", key)));
};

/** Every request that is remembered, newest first. */
export const readLedger = async (): Promise<Request[]> => {
  const values = await (await database()).getAll("ledger");
  return values
    .map((value) => v.safeParse(RequestSchema, value))
    .flatMap((parsed) => (parsed.success ? [parsed.output] : []))
    .reverse();
};
