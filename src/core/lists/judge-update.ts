import type { ListProblem, QuarantineReason } from "../vocab/subscription";
import { type Changes, changesOf } from "./difference";
import type { Merged } from "./merge";
import type { SignatureState } from "./signature";
import { beyond, handlesOf, wishOf } from "./uses";

/** Changes of fewer rules than this are never called too many: small lists double easily. */
const FEW = 20;

/** One copy of a list, with what is known of where it came from. */
export interface Copy {
  merged: Merged;
  signature: SignatureState;
  /** The host that answered. */
  host?: string | undefined;
}

export interface UpdateContext {
  /** The key that was pinned when the list was subscribed to. */
  key?: string | undefined;
  /** Whether the user follows somebody of this handle. */
  follows: (handle: string) => boolean;
  /** Addresses of lists that the new copy includes and that were never fetched, on hosts not known before. */
  newHosts: readonly string[];
}

export type UpdateVerdict =
  | { use: "apply" }
  | { use: "wait"; reasons: QuarantineReason[] }
  | { use: "refuse"; kind: ListProblem["kind"]; message: string };

/** Milliseconds of an ISO date or date and time; null for anything else. */
const timeOf = (text: string | undefined): number | null => {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isFinite(time) ? time : null;
};

const refusal = (before: Copy, after: Copy): UpdateVerdict | null => {
  const { signature } = after;
  if (signature.state === "bad") return { use: "refuse", kind: "signature", message: signature.problem };
  const old = timeOf(before.merged.own.header.updated);
  const now = timeOf(after.merged.own.header.updated);
  if (old !== null && now !== null && now < old)
    return {
      use: "refuse",
      kind: "older",
      message: `It is older (${after.merged.own.header.updated ?? ""}) than the copy in use (${before.merged.own.header.updated ?? ""}).`,
    };
  if (after.merged.list.rules.length === 0 && before.merged.list.rules.length > 0)
    return { use: "refuse", kind: "not-a-list", message: "It has no rule any more." };
  return null;
};

const keyReason = (after: Copy, pinned: string | undefined): QuarantineReason | null => {
  if (pinned === undefined) return null;
  const { state, key } = after.signature;
  if (state === "unsigned")
    return { reason: "unsigned", message: "It was signed before and is not any more." };
  if (key !== pinned)
    return {
      reason: "key-changed",
      message:
        "It is signed with another key than before. Somebody else may have taken over the list: ask its maker in another place.",
    };
  return state === "unsupported"
    ? { reason: "cannot-verify", message: "This browser cannot check the list's signature; newer ones can." }
    : null;
};

const named = (handles: readonly string[]): string =>
  handles
    .slice(0, 5)
    .map((handle) => `@${handle}`)
    .join(", ") + (handles.length > 5 ? ` and ${handles.length - 5} more` : "");

/**
 * Whether a new copy of a list takes the place of the one in use: at once, after a look, or not at all.
 * Pure; the same two copies always give the same answer.
 */
export const judgeUpdate = (
  before: Copy,
  after: Copy,
  context: UpdateContext,
  changes: Changes = changesOf(before.merged.list.rules, after.merged.list.rules),
): UpdateVerdict => {
  const refused = refusal(before, after);
  if (refused) return refused;
  const reasons: QuarantineReason[] = [];
  const key = keyReason(after, context.key);
  if (key) reasons.push(key);
  if (before.host !== undefined && after.host !== undefined && before.host !== after.host)
    reasons.push({
      reason: "moved",
      message: `It comes from ${after.host} now, and came from ${before.host} before.`,
    });

  const { rules: old } = before.merged.list;
  const { rules: now } = after.merged.list;
  const numbers = `${old.length.toLocaleString("en")} before, ${now.length.toLocaleString("en")} now`;
  if (now.length > old.length * 1.5 && now.length - old.length > FEW)
    reasons.push({ reason: "grew", message: `It has grown by more than half (rules: ${numbers}).` });
  if (now.length < old.length / 2 && old.length - now.length > FEW)
    reasons.push({ reason: "shrank", message: `Most of it is gone (rules: ${numbers}).` });

  const asks = beyond(wishOf(after.merged.own.header, now), wishOf(before.merged.own.header, old));
  for (const host of context.newHosts) asks.push(`to bring along a list from ${host}`);
  if (asks.length > 0)
    reasons.push({ reason: "asks-more", message: `It asks for more than before: ${asks.join("; ")}.` });

  const followed = [...handlesOf(changes.added)].filter(context.follows);
  if (followed.length > 0)
    reasons.push({
      reason: "names-followed",
      message: `It has new rules against people whom you follow: ${named(followed)}.`,
    });
  return reasons.length > 0 ? { use: "wait", reasons } : { use: "apply" };
};
