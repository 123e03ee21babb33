import { changesOf } from "../../core/lists/difference";
import { judgeUpdate } from "../../core/lists/judge-update";
import { intervalOf, nextAfterFailure, nextAfterSuccess } from "../../core/lists/schedule";
import type { ListProblem, Subscription } from "../../core/vocab/subscription";
import { applyCopy, save, without } from "./apply";
import { bundleId, describeVersion, readCopy } from "./copies";
import { fetchBundle, type FetchTools, includedHosts } from "./fetch-bundle";
import { readVersion, writeVersion } from "./store";

export interface UpdateTools extends FetchTools {
  /** Tells whether the user follows somebody of a handle, as far as posts told. */
  follows: () => Promise<(handle: string) => boolean>;
}

/** How long a list waits that the user must allow first, in milliseconds; a granted permission is seen at once. */
const WAIT_FOR_PERMISSION = 24 * 3_600_000;

const withProblem = (
  subscription: Subscription,
  problem: { kind: ListProblem["kind"]; message: string; origin?: string | undefined },
  now: number,
): ListProblem => ({
  kind: problem.kind,
  message: problem.message.slice(0, 1_000),
  ...(problem.origin !== undefined && { origin: problem.origin }),
  since: subscription.problem?.kind === problem.kind ? subscription.problem.since : now,
});

const urlOf = ({ origin }: Subscription): string | undefined =>
  origin.kind === "url" ? origin.url : undefined;

const look = async (subscription: Subscription, tools: UpdateTools): Promise<Subscription> => {
  const known = (await readVersion(subscription.id, subscription.current)) ?? undefined;
  const allowed = known ? includedHosts(known) : new Set<string>();
  const fetched = await fetchBundle(
    {
      list: subscription.id,
      url: urlOf(subscription),
      known,
      validators: subscription.validators,
      mayInclude: (host) => !known || allowed.has(host),
    },
    tools,
  );
  const now = tools.now();
  if (!fetched.ok) {
    const failures = subscription.failures + 1;
    const { failure } = fetched;
    const wait =
      failure.kind === "permission"
        ? now + WAIT_FOR_PERMISSION
        : Math.max(nextAfterFailure(now, failures, tools.random()), now + (failure.retryAfter ?? 0));
    return save({
      ...subscription,
      failures,
      lastChecked: now,
      nextCheck: wait,
      problem: withProblem(subscription, failure, now),
    });
  }
  const before = known ? await readCopy(known, subscription.host) : null;
  const copy = await readCopy(fetched.bundle, fetched.host);
  const interval = intervalOf(subscription.interval, copy.merged.own.header.expires);
  const checked: Subscription = {
    ...without(subscription, "problem"),
    failures: 0,
    lastChecked: now,
    nextCheck: nextAfterSuccess(now, interval, tools.random()),
    notes: [...fetched.notes, ...copy.merged.notes].map((note) => note.slice(0, 1_000)).slice(0, 20),
  };
  const id = await bundleId(fetched.bundle);
  if (id === subscription.current && known)
    return save({ ...without(checked, "quarantine"), validators: fetched.validators });
  // The same copy still waits for its look, or was looked at and not wanted. Its validators are not kept: the
  // server would answer "unchanged" and the copy in use would be taken for the newest.
  if (id === subscription.quarantine?.version.id || id === subscription.rejected) return save(checked);

  const version = await describeVersion(fetched.bundle, copy, now);
  // Where the text of the copy in use was lost, there is nothing to compare with but key and host.
  const old = before ?? { ...copy, host: subscription.host };
  const changes = changesOf(old.merged.list.rules, copy.merged.list.rules, subscription.tombstones);
  const context = { key: subscription.key, follows: await tools.follows(), newHosts: fetched.newHosts };
  const verdict = judgeUpdate(old, copy, context, changes);
  if (verdict.use === "apply")
    return applyCopy(
      { ...checked, validators: fetched.validators },
      before && { copy: before, changes },
      { bundle: fetched.bundle, copy, version },
      now,
    );
  if (verdict.use === "refuse")
    return save({
      ...checked,
      failures: subscription.failures + 1,
      problem: withProblem(subscription, verdict, now),
    });
  await writeVersion(subscription.id, id, fetched.bundle);
  const { key } = copy.signature;
  return save({
    ...checked,
    quarantine: {
      version,
      since: now,
      reasons: verdict.reasons.map(({ reason, message }) => ({ reason, message: message.slice(0, 1_000) })),
      ...(key !== null && { key }),
      ...(copy.host !== undefined && { host: copy.host }),
    },
  });
};

/**
 * Look whether a list changed, and do with the new copy what is right: use it, let it wait, or refuse it.
 * The copy in use stays whatever happens, also when the browser has no room for another one.
 * @returns the subscription as it was stored
 */
export const updateSubscription = async (
  subscription: Subscription,
  tools: UpdateTools,
): Promise<Subscription> => {
  try {
    return await look(subscription, tools);
  } catch (error) {
    const now = tools.now();
    const failures = subscription.failures + 1;
    const message = `The new copy could not be kept: ${(error as Error).message}`;
    return save({
      ...subscription,
      failures,
      lastChecked: now,
      nextCheck: nextAfterFailure(now, failures, tools.random()),
      problem: withProblem(subscription, { kind: "storage", message }, now),
    });
  }
};
