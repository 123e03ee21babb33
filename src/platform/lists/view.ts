import * as v from "valibot";

import { standingAt } from "../../core/lists/tombstones";
import { GrantSchema } from "../../core/vocab/rule-list";
import {
  OriginSchema,
  QuarantineSchema,
  type Subscription,
  SubscriptionSchema,
  TombstoneSchema,
  VersionSchema,
} from "../../core/vocab/subscription";

/** What a row of the table of lists says. The first that holds, from the top. */
export const LIST_STATES = [
  /** Switched off by the user. */
  "off",
  /** A new copy waits for a look. */
  "waiting",
  /** The browser must be asked for the host (`problem.origin`). */
  "permission",
  /** The last look failed; the copy in use works on. */
  "failing",
  /** Stays at a copy until the user lets it go on. */
  "pinned",
  /** From a file or a code: nothing to look for. */
  "still",
  "ok",
] as const;

/** One row of the table of lists. Times are milliseconds since 1970. */
export const SubscriptionViewSchema = v.object({
  id: v.string(),
  name: v.string(),
  origin: OriginSchema,
  /** Host that it comes from, if any. */
  host: v.optional(v.string()),
  on: v.boolean(),
  state: v.picklist(LIST_STATES),
  grant: GrantSchema,
  added: v.number(),
  lastChecked: v.optional(v.number()),
  lastChanged: v.optional(v.number()),
  /** Absent where nothing is looked for. */
  nextCheck: v.optional(v.number()),
  /** Milliseconds; the user's own. */
  interval: v.optional(v.number()),
  problem: SubscriptionSchema.entries.problem,
  notes: v.array(v.string()),
  current: VersionSchema,
  versions: v.array(VersionSchema),
  pinned: v.boolean(),
  /** Pinned key. */
  key: v.optional(v.string()),
  quarantine: v.optional(QuarantineSchema),
  /** Rules that came back after they had been removed: kept out until they are let in. */
  returned: v.array(TombstoneSchema),
  /** Rules that the user switched off. */
  switchedOff: v.array(TombstoneSchema),
});

export type SubscriptionView = v.InferOutput<typeof SubscriptionViewSchema>;

/** Most tombstones that a row carries along. */
const MOST_SHOWN = 200;

/** Whether there is anything to look for. */
export const isUpdated = (subscription: Subscription, includes: boolean): boolean =>
  subscription.on && !subscription.pinned && (subscription.origin.kind === "url" || includes);

/** Lists from a file or a code are looked at only if they include others. */
export const hasIncludes = ({ validators, origin }: Subscription): boolean =>
  origin.kind !== "url" && Object.keys(validators).length > 0;

const stateOf = (subscription: Subscription): SubscriptionView["state"] => {
  const { on, quarantine, problem, pinned, origin } = subscription;
  if (!on) return "off";
  if (quarantine) return "waiting";
  if (problem) return problem.kind === "permission" ? "permission" : "failing";
  if (pinned) return "pinned";
  return origin.kind === "url" || hasIncludes(subscription) ? "ok" : "still";
};

export const viewOfSubscription = (subscription: Subscription): SubscriptionView => {
  const {
    validators: _v,
    failures: _f,
    rejected: _r,
    tombstones,
    current,
    nextCheck,
    ...rest
  } = subscription;
  const version = rest.versions.find(({ id }) => id === current) ?? {
    id: current,
    time: rest.added,
    bytes: 0,
    rules: 0,
  };
  return {
    ...rest,
    state: stateOf(subscription),
    current: version,
    ...(isUpdated(subscription, hasIncludes(subscription)) && { nextCheck }),
    returned: standingAt(tombstones, version.time)
      .filter(({ returned }) => returned !== undefined)
      .slice(0, MOST_SHOWN),
    switchedOff: tombstones
      .filter(({ by, returned }) => by === "user" && returned === undefined)
      .slice(0, MOST_SHOWN),
  };
};

/** What a user may choose for the time between looks, in milliseconds; null for the list's own. */
export const IntervalSchema = v.nullable(v.pipe(v.number(), v.minValue(0)));
