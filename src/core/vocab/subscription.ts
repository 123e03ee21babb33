import * as v from "valibot";

import { bounded } from "./limits";
import { GrantSchema } from "./rule-list";

/** How many good copies of a list are kept, the one in use included. */
export const KEPT_VERSIONS = 5;

/** Most tombstones of one list; the oldest that the list itself made go first. */
export const MAX_TOMBSTONES = 5_000;

/** Milliseconds since 1970 (UTC). */
const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = bounded(2_100);

export const SubscriptionIdSchema = v.pipe(bounded(40), v.regex(/^[a-z0-9][a-z0-9-]*$/, "this is not an id"));

/** Where a list came from. Only a list with an address is updated. */
export const OriginSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("url"), url: bounded(2_000) }),
  v.strictObject({ kind: v.literal("file"), file: bounded(300) }),
  v.strictObject({ kind: v.literal("code") }),
]);

export type Origin = v.InferOutput<typeof OriginSchema>;

/** One copy of a list, with all that it includes, as it once was. */
export const VersionSchema = v.strictObject({
  /** First half of the SHA-256 of its texts, in hex. */
  id: v.pipe(bounded(64), v.regex(/^[0-9a-f]+$/)),
  /** When Winnow first had it. */
  time,
  bytes: count,
  rules: count,
  /** What the list itself says of its age. */
  updated: v.optional(bounded(60)),
});

export type Version = v.InferOutput<typeof VersionSchema>;

/** Why a new copy waits for a look instead of being used. */
export const QUARANTINE_REASONS = [
  "grew",
  "shrank",
  "asks-more",
  "key-changed",
  "unsigned",
  "names-followed",
  "moved",
  "cannot-verify",
] as const;

const ReasonSchema = v.strictObject({ reason: v.picklist(QUARANTINE_REASONS), message: bounded(1_000) });

export type QuarantineReason = v.InferOutput<typeof ReasonSchema>;

export const QuarantineSchema = v.strictObject({
  version: VersionSchema,
  since: time,
  reasons: v.array(ReasonSchema),
  /** The key that the new copy is signed with, if any: accepted together with it. */
  key: v.optional(bounded(200)),
  /** The host that it came from, if another one than before: accepted together with it. */
  host: v.optional(bounded(300)),
});

export type Quarantine = v.InferOutput<typeof QuarantineSchema>;

/** What went wrong at the last look. The copy in use works on. */
export const PROBLEMS = [
  /** The host must be permitted by the user first: its server does not offer the file to extensions. */
  "permission",
  "network",
  "server",
  "not-a-list",
  "too-large",
  "too-slow",
  "address",
  "older",
  "signature",
  "storage",
] as const;

const ProblemSchema = v.strictObject({
  kind: v.picklist(PROBLEMS),
  message: bounded(1_000),
  /** Match pattern to ask the browser for, where the problem is a permission. */
  origin: v.optional(bounded(300)),
  since: time,
});

export type ListProblem = v.InferOutput<typeof ProblemSchema>;

/** A rule that is kept out, though the list has it: a user switched it off, or it came back after its removal. */
export const TombstoneSchema = v.strictObject({
  /** Action and query in their plain form, without the note. */
  key: bounded(8_000),
  text: line,
  since: time,
  /** `user`: switched off by hand. `list`: an update removed it. */
  by: v.picklist(["user", "list"]),
  /** When an update brought it back; it stays out until the user lets it in. */
  returned: v.optional(time),
});

export type Tombstone = v.InferOutput<typeof TombstoneSchema>;

const ValidatorsSchema = v.strictObject({
  etag: v.optional(bounded(1_000)),
  lastModified: v.optional(bounded(200)),
});

/** What a server said of a file, to ask next time whether it changed. */
export type Validators = v.InferOutput<typeof ValidatorsSchema>;

/** The act of following a list, with what the user lets it do. */
export const SubscriptionSchema = v.strictObject({
  id: SubscriptionIdSchema,
  origin: OriginSchema,
  name: v.pipe(bounded(200), v.minLength(1)),
  /** Switched on. */
  on: v.boolean(),
  grant: GrantSchema,
  added: time,
  /** The user's own time between looks, in milliseconds. */
  interval: v.optional(time),
  /** Of the list and of each list that it includes, by address. */
  validators: v.record(bounded(2_000), ValidatorsSchema),
  lastChecked: v.optional(time),
  lastChanged: v.optional(time),
  nextCheck: time,
  /** Failures in a row. */
  failures: count,
  problem: v.optional(ProblemSchema),
  /** Parts that are missing though the list works, such as an include that cannot be had. */
  notes: v.array(bounded(1_000)),
  /** The version in use, one of `versions`. */
  current: bounded(64),
  /** Newest first. */
  versions: v.array(VersionSchema),
  /** Stays at `current` until the user lets it go on. */
  pinned: v.boolean(),
  /** The key that was seen first, when the list was subscribed to. */
  key: v.optional(bounded(200)),
  /** The host that answered at last, after redirects. */
  host: v.optional(bounded(300)),
  quarantine: v.optional(QuarantineSchema),
  /** A version that the user looked at and did not want: not offered again. */
  rejected: v.optional(bounded(64)),
  tombstones: v.array(TombstoneSchema),
});

export type Subscription = v.InferOutput<typeof SubscriptionSchema>;

/** How two copies of a list differ, for people. Long ones are cut; the counts are whole. */
export const DifferenceSchema = v.strictObject({
  added: v.array(v.strictObject({ line: count, text: line })),
  removed: v.array(v.strictObject({ line: count, text: line })),
  /** Rules whose note alone changed. */
  noted: v.array(v.strictObject({ line: count, from: line, to: line })),
  header: v.array(v.strictObject({ field: bounded(40), from: bounded(2_100), to: bounded(2_100) })),
  /** Rules that an earlier update removed. */
  returned: v.array(line),
  counts: v.strictObject({ before: count, after: count, added: count, removed: count, noted: count }),
});

export type Difference = v.InferOutput<typeof DifferenceSchema>;
