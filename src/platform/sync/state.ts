import * as v from "valibot";

/** What the page says of sync. */
export const SyncStateSchema = v.object({
  on: v.boolean(),
  /** `off`; `ok`; `too-large`: nothing was sent, since it does not fit; `failed`: the browser refused. */
  state: v.picklist(["off", "ok", "too-large", "failed"]),
  message: v.optional(v.string()),
  /** Milliseconds since 1970 of the last time that both sides were the same. */
  last: v.optional(v.number()),
  /** Bytes that are used of those that the browser gives. */
  used: v.optional(v.number()),
  room: v.number(),
  /** Fields that both sides had changed: what stands, and what gave way, can be looked at. */
  conflicts: v.array(v.string()),
  /** Lists that are followed elsewhere and could not be had here yet, and why. */
  waiting: v.array(v.object({ url: v.string(), name: v.string(), problem: v.string() })),
});

export type SyncState = v.InferOutput<typeof SyncStateSchema>;
