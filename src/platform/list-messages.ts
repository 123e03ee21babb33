import * as v from "valibot";

import { bounded } from "../core/vocab/limits";
import { GrantSchema } from "../core/vocab/rule-list";
import { DifferenceSchema, SubscriptionIdSchema } from "../core/vocab/subscription";
import { RequestSchema } from "./lists/request-schema";
import { PreviewPostsSchema, PreviewReplySchema, SourceSchema } from "./lists/preview-schema";
import { IntervalSchema, SubscriptionViewSchema } from "./lists/view";
import { SyncStateSchema } from "./sync/state";

const nothing = v.strictObject({});
const id = SubscriptionIdSchema;
const name = v.pipe(
  bounded(200),
  v.check((text) => text.trim() !== "", "a list needs a name"),
);
const version = bounded(64);
const key = bounded(8_000);

const toBackground = <Q extends v.GenericSchema, R extends v.GenericSchema>(request: Q, reply: R) =>
  ({ from: ["pages"], to: "background", request, reply }) as const;

const one = v.strictObject({ id });

/** Messages of the pages about lists. Each change answers with the row as it is then. */
export const LIST_MESSAGES = {
  /** Look at a list; nothing is applied. */
  "list-preview": toBackground(
    v.strictObject({ source: SourceSchema, posts: v.optional(PreviewPostsSchema) }),
    PreviewReplySchema,
  ),
  /** Follow what was looked at. */
  "list-subscribe": toBackground(
    v.strictObject({ token: bounded(100), grant: GrantSchema, name: v.optional(name) }),
    SubscriptionViewSchema,
  ),
  /** Everything of that list is gone. */
  "list-unsubscribe": toBackground(one, nothing),
  /** The table. */
  lists: toBackground(nothing, v.object({ lists: v.array(SubscriptionViewSchema), broken: v.number() })),
  "list-change": toBackground(
    v.strictObject({
      id,
      name: v.optional(name),
      on: v.optional(v.boolean()),
      grant: v.optional(GrantSchema),
      interval: v.optional(IntervalSchema),
      /** Stay at the copy in use, or go on. */
      pinned: v.optional(v.boolean()),
    }),
    SubscriptionViewSchema,
  ),
  "list-update": toBackground(one, SubscriptionViewSchema),
  /** Look at all that is due, or at all. */
  "lists-update": toBackground(v.strictObject({ all: v.boolean() }), nothing),
  /** Go back (or forward) to a kept copy and stay there. */
  "list-roll-back": toBackground(v.strictObject({ id, version }), SubscriptionViewSchema),
  /** Take or leave the copy that waits. */
  "list-decide": toBackground(v.strictObject({ id, accept: v.boolean() }), SubscriptionViewSchema),
  /** What updates changed (newest first), and what the copy that waits would change. */
  "list-differences": toBackground(
    one,
    v.object({
      waiting: v.optional(DifferenceSchema),
      past: v.array(
        v.object({ time: v.number(), from: v.string(), to: v.string(), difference: DifferenceSchema }),
      ),
    }),
  ),
  /** The text that acts, includes and all: lines of causes count in it. Without a version, the copy in use. */
  "list-text": toBackground(
    v.strictObject({ id, version: v.optional(version) }),
    v.object({ text: v.string(), cut: v.boolean() }),
  ),
  /**
   * Single rules of a list: switch the one on a line off; let one in that is kept out (`key` of a tombstone);
   * or leave one out that came back, having seen it.
   */
  "list-rule": toBackground(
    v.variant("what", [
      v.strictObject({ id, what: v.literal("off"), line: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
      v.strictObject({ id, what: v.literal("on"), key }),
      v.strictObject({ id, what: v.literal("stay-out"), key }),
    ]),
    SubscriptionViewSchema,
  ),
  /** Every request that was made, newest first. */
  ledger: toBackground(nothing, v.object({ requests: v.array(RequestSchema) })),
  "sync-state": toBackground(nothing, SyncStateSchema),
  /** Switch sync on or off. Off leaves what was synced where it is, unless it is to be erased there too. */
  "sync-switch": toBackground(
    v.strictObject({ on: v.boolean(), erase: v.optional(v.boolean()) }),
    SyncStateSchema,
  ),
  "sync-now": toBackground(nothing, SyncStateSchema),
} as const;
