import { lookUpGrams } from "../match/grams";
import { lookUp } from "../match/hash-index";
import { eachKey } from "../match/tokens";
import type { Action } from "../vocab/action";
import { PARTS, type Rule } from "../vocab/rule";
import type { SetAside } from "../vocab/rule-list";
import { type CompiledList, type CompiledRules, textOf } from "./compiled";
import { compileQuery, type SiteNames, type Test } from "./conditions";
import { isOver } from "./date";
import { allowed } from "./grants";
import { authorKey, eachHostKey, mentionKey, plainKey, tagKey } from "./keys";
import { readRule } from "./line";
import type { Needs } from "./needs";
import type { View } from "./view";

/** Rules kept ready at once: those that posts came near to. */
const MOST_READY = 20_000;

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
  /** Rules that cannot act (the first thousand), and how many there are. */
  readonly setAside: readonly SetAside[];
  readonly setAsideCount: number;
  /** As plain data, to be stored. */
  readonly data: CompiledRules;
}

interface Ready {
  rule: Rule;
  test: Test;
  action: Action;
}

/** The sites on which a list may act, by the ids that posts bear; null for all. */
const sitesOf = ({ grant }: CompiledList, siteNames: SiteNames): ReadonlySet<string> | null =>
  grant === "own" || grant.sites === "all"
    ? null
    : new Set(grant.sites.map((site) => siteNames(site) ?? site));

/** Looks up the keys of a post and calls `found` with the rules filed under them; a rule may come more than once. */
const eachCandidate = (data: CompiledRules, view: View, found: (id: number) => void): void => {
  const { index, grams, needs } = data;
  const { post } = view;
  for (const id of data.always) found(id);
  const look = (key: number): void => lookUp(index, key, found);
  if (needs.from && view.handle !== null) look(authorKey(view.handle));
  if (needs.links) for (const { host } of view.links) eachHostKey(host, look);
  if (needs.mentions) for (const handle of view.mentions) look(mentionKey(handle));
  if (needs.tags) for (const tag of view.tags) look(tagKey(tag));
  if (needs.words) for (const text of view.texts) eachKey(text, look);
  if (needs.alt) for (const text of view.alts) eachKey(text, look);
  if (needs.name) for (const text of view.words("name") ?? []) eachKey(text, look);
  if (needs.plain) {
    for (const mark of post.is) look(plainKey("is", mark));
    for (const part of PARTS) look(plainKey("has", part));
    look(plainKey("in", post.surface));
    look(plainKey("site", post.site));
    if (post.lang !== undefined) look(plainKey("lang", post.lang.toLowerCase().split(/[-_]/, 1)[0] ?? ""));
  }
  for (const place of needs.patterns) {
    for (const text of view.lowered(place) ?? []) lookUpGrams(grams, text, found);
  }
};

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

  const match = (view: View): Match[] => {
    turn += 1;
    hits = [];
    eachCandidate(data, view, found);
    const matches: Match[] = [];
    let listIndex = 0;
    for (const id of hits.sort((a, b) => a - b)) {
      while (id >= (data.lists[listIndex]?.end ?? Infinity)) listIndex += 1;
      const list = data.lists[listIndex];
      if (!list || sites[listIndex]?.has(view.post.site) === false) continue;
      const candidate = readyOf(id, list);
      if (candidate?.test.run(view) !== true) continue;
      if (view.facts.now !== undefined && isOver(candidate.rule.note?.until, view.facts.now)) continue;
      const own = list.grant === "own";
      matches.push({
        rule: candidate.rule,
        list: list.id,
        name: list.name,
        own,
        action: candidate.action,
        exempt: list.grant !== "own" && list.grant.exempt,
      });
    }
    return matches;
  };

  return {
    match,
    needsModel: data.needs.ai || data.needs.authorAi,
    needs: data.needs,
    size,
    setAside: data.setAside,
    setAsideCount: data.setAsideCount,
    data,
  };
};
