import * as v from "valibot";

import { bounded } from "../../core/vocab/limits";
import { database } from "./database";

/** Most requests that are remembered. */
export const MAX_LEDGER = 500;

/** One request that Winnow made. There are no others than these. */
export const RequestSchema = v.object({
  /** Milliseconds since 1970. */
  time: v.number(),
  host: bounded(300),
  /** Id of the list, or empty for a look before subscribing. */
  list: bounded(100),
  /** Bytes of the answer's body that were read. */
  bytes: v.number(),
  outcome: v.picklist(["new", "unchanged", "failed"]),
  /** Why it failed. */
  message: v.optional(bounded(1_000)),
});

export type Request = v.InferOutput<typeof RequestSchema>;

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
