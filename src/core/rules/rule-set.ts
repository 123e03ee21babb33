import type { Action } from "../vocab/action";
import type { Rule } from "../vocab/rule";
import type { IdleRule } from "../vocab/rule-list";
import { eachCandidate } from "./candidates";
import { type CompiledList, type CompiledRules, textOf } from "./compiled";
import { compileQuery, type SiteNames, type Test } from "./conditions";
import { isOver } from "./date";
import { allowed } from "./grants";
import { readRule } from "./line";
import type { Needs } from "./needs";
import type { View } from "./view";

/** Rules kept ready at once: those that posts came near to. */
const MOST_READY = 20_000;

/**
 * Limits on what a subscribed list may cost. A list that comes near to one post with more rules than
 * this, or takes longer, says nothing of that post; one that was too slow so many times says no more.
 */
const MOST_NEAR = 2_000;
const TOO_LONG_MS = 250;
const MOST_SLOW = 5;

/** Causes that one list may give for one post, besides its `keep`. */
const MOST_MATCHES = 50;

/** A rule that a post meets, and what its list may make of that. */
export interface Match {
  rule: Rule;
  /** Id and name of the list. */
  list: string;
  name: string;
  /** Whether it is one of the user's own rules. */
  own: boolean;
  /** What is done: as the rule asks, or less, if its list may not do so much. */
  action: Action;
  /** Whether the list's `keep` reaches beyond the list. */
  exempt: boolean;
}

/** Rules made ready to be matched against many posts. */
export interface RuleSet {
  /** Every rule that the post meets: lists in their order, lines in theirs. */
  match: (view: View) => Match[];
  /** Whether any rule asks for the model's percentile. */
  readonly needsModel: boolean;
  readonly needs: Needs;
  /** How many rules can act. */
  readonly size: number;
  /** Ids of lists that say no more, for they were too slow. */
  readonly slowLists: () => string[];
  /** Rules that cannot act (the first thousand), and how many there are. */
  readonly idle: readonly IdleRule[];
  readonly idleCount: number;
  /** As plain data, to be stored. */
  readonly data: CompiledRules;
}

interface Ready {
  rule: Rule;
  test: Test;
  action: Action;
}

const isPast = ({ note }: Rule, { facts }: View): boolean =>
  facts.now !== undefined && isOver(note?.until, facts.now);

/** The sites on which a list may act, by the ids that posts bear; null for all. */
const sitesOf = ({ grant }: CompiledList, siteNames: SiteNames): ReadonlySet<string> | null =>
  grant === "own" || grant.sites === "all"
    ? null
    : new Set(grant.sites.map((site) => siteNames(site) ?? site));

/** Compiled data brought to life. A rule is read from its line when a post first comes near to it. */
export const openRules = (data: CompiledRules, siteNames: SiteNames): RuleSet => {
  const size = data.lineOf.length;
  const sites = data.lists.map((list) => sitesOf(list, siteNames));
  const ready = new Map<number, Ready | null>();
  const seen = new Uint32Array(size);
  let turn = 0;
  let hits: number[] = [];
  const found = (id: number): void => {
    if (seen[id] === turn) return;
    seen[id] = turn;
    hits.push(id);
  };

  const readyOf = (id: number, list: CompiledList): Ready | null => {
    const known = ready.get(id);
    if (known !== undefined) return known;
    if (ready.size >= MOST_READY) ready.clear();
    const rule = readRule(textOf(data, list, id), data.lineOf[id] ?? 0);
    const action = rule && allowed(rule.action, list.grant);
    const made = rule && action ? { rule, test: compileQuery(rule.query, siteNames), action } : null;
    ready.set(id, made);
    return made;
  };

  const slow = new Map<CompiledList, number>();

  /** The rules of one list that a post meets; `ids` are those that it came near to. */
  const matchList = (list: CompiledList, ids: readonly number[], view: View): Match[] => {
    const { grant } = list;
    const own = grant === "own";
    if (!own && (ids.length > MOST_NEAR || (slow.get(list) ?? 0) >= MOST_SLOW)) return [];
    const matches: Match[] = [];
    const start = Date.now();
    for (const id of ids) {
      const candidate = readyOf(id, list);
      if (candidate?.test.run(view) === true && !isPast(candidate.rule, view)) {
        const { rule, action } = candidate;
        if (own || matches.length < MOST_MATCHES || action === "keep")
          matches.push({ rule, list: list.id, name: list.name, own, action, exempt: !own && grant.exempt });
      }
      if (!own && Date.now() - start > TOO_LONG_MS) {
        slow.set(list, (slow.get(list) ?? 0) + 1);
        return [];
      }
    }
    return matches;
  };

  const match = (view: View): Match[] => {
    turn += 1;
    hits = [];
    eachCandidate(data, view, found);
    if (hits.length === 0) return [];
    hits.sort((a, b) => a - b);
    const matches: Match[] = [];
    let from = 0;
    data.lists.forEach((list, index) => {
      let to = from;
      while (to < hits.length && hits[to]! < list.end) to += 1;
      if (to > from && sites[index]?.has(view.post.site) !== false)
        matches.push(...matchList(list, hits.slice(from, to), view));
      from = to;
    });
    return matches;
  };

  return {
    match,
    needsModel: data.needs.ai || data.needs.authorAi,
    needs: data.needs,
    size,
    slowLists: () => [...slow].filter(([, times]) => times >= MOST_SLOW).map(([{ id }]) => id),
    idle: data.idle,
    idleCount: data.idleCount,
    data,
  };
};
