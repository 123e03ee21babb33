import type { Match } from "../rules/rule-set";
import { type Action, strengthOf, stronger } from "../vocab/action";
import type { Cause } from "../vocab/verdict";
import { type GuardCause, ruleCause, type RuleCause } from "./causes";

type Undone = NonNullable<Cause["undone"]>;

/** A cause that did not count keeps the first thing that undid it. */
const undo = <C extends Cause>(cause: C, why: Undone): C =>
  cause.undone ? cause : { ...cause, undone: why };

const acts = (cause: Cause): boolean => cause.undone === undefined && cause.action !== "keep";

/**
 * The quorum: lists act where at least `k` of them agree, and do no more than `k` of them ask for. With
 * two needed, one that hides and one that labels agree on a label.
 */
const withQuorum = (causes: readonly RuleCause[], k: number): RuleCause[] => {
  if (k <= 1) return [...causes];
  const strongest = new Map<string, Action>();
  for (const cause of causes)
    if (acts(cause)) strongest.set(cause.list, stronger(strongest.get(cause.list) ?? "keep", cause.action));
  const agreed = [...strongest.values()].sort((a, b) => strengthOf(b) - strengthOf(a))[k - 1];
  return causes.map((cause) => {
    if (!acts(cause)) return cause;
    if (agreed === undefined) return undo(cause, "quorum");
    return strengthOf(cause.action) > strengthOf(agreed)
      ? { ...cause, action: agreed, asked: cause.asked ?? cause.action, limit: "quorum" as const }
      : cause;
  });
};

export interface Weighed {
  action: Action;
  causes: Cause[];
}

/**
 * Who wins. The user's `keep` beats all. The user's own rules beat the follow guard; the guard beats
 * lists and detectors. A list's `keep` undoes that list's causes, and others' and detectors' only
 * where the user allowed it. Otherwise the strongest action wins. Every cause is given back, with
 * what undid it.
 */
export const weigh = (
  matches: readonly Match[],
  detected: readonly Cause[],
  guard: GuardCause | null,
  quorum: number,
): Weighed => {
  const own: Cause[] = matches.filter((match) => match.own).map(ruleCause);
  const keepers = matches.filter((match) => !match.own && match.action === "keep");
  const byList = new Set(keepers.map(({ list }) => list));
  const exempt = keepers.some((match) => match.exempt);
  let listed: RuleCause[] = matches
    .filter((match) => !match.own)
    .map((match) => {
      const cause = ruleCause(match);
      return match.action !== "keep" && (exempt || byList.has(match.list)) ? undo(cause, "list-keep") : cause;
    });
  let found = exempt ? detected.map((cause) => undo(cause, "list-keep")) : [...detected];
  const kept = own.some(({ action }) => action === "keep");
  const guards = guard !== null && [...listed, ...found].some(acts) ? [guard] : [];
  if (kept || guard) {
    const why = kept ? "own-keep" : "guard";
    const leave = <C extends Cause>(cause: C): C => (cause.action === "keep" ? cause : undo(cause, why));
    listed = listed.map(leave);
    found = found.map(leave);
  }
  const mine = kept ? own.map((cause) => (cause.action === "keep" ? cause : undo(cause, "own-keep"))) : own;
  const causes = [...mine, ...guards, ...withQuorum(listed, quorum), ...found];
  const action = causes
    .filter(acts)
    .reduce<Action>((strongest, cause) => stronger(strongest, cause.action), "keep");
  return { action, causes };
};
