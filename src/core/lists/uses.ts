import { type Action, ACTIONS, strengthOf } from "../vocab/action";
import type { Query, Rule } from "../vocab/rule";
import type { Grant, Header } from "../vocab/rule-list";

/** What the rules of a list do, whatever its header says. */
export interface Uses {
  /** How many rules have each action. */
  actions: Record<Action, number>;
  /** Rules with a regular expression, and rules that ask for the model's percentile. */
  regex: number;
  ai: number;
  /** Sites that rules name. */
  sites: string[];
  /** Rules that act on every site. */
  everywhere: number;
}

/** Every condition of a query, those behind a minus too. */
const visit = (query: Query, see: (query: Query) => void): void => {
  see(query);
  if (query.kind === "not") visit(query.query, see);
  else if (query.kind === "all" || query.kind === "any") for (const inner of query.queries) visit(inner, see);
};

const MOST_SITES = 200;

export const usesOf = (rules: readonly Rule[]): Uses => {
  const actions = Object.fromEntries(ACTIONS.map((action) => [action, 0])) as Record<Action, number>;
  const sites = new Set<string>();
  const uses = { actions, regex: 0, ai: 0, everywhere: 0 };
  for (const rule of rules) {
    actions[rule.action] += 1;
    const found = { regex: false, ai: false, site: false };
    visit(rule.query, (query) => {
      if (query.kind === "regex") found.regex = true;
      else if (query.kind === "measure" && (query.measure === "ai" || query.measure === "author-ai"))
        found.ai = true;
      else if (query.kind === "site") {
        found.site = true;
        if (sites.size < MOST_SITES) sites.add(query.site);
      }
    });
    if (found.regex) uses.regex += 1;
    if (found.ai) uses.ai += 1;
    if (!found.site) uses.everywhere += 1;
  }
  return { ...uses, sites: [...sites].sort() };
};

/** Handles that rules name after `from:`, lower case, without those behind a minus. */
export const handlesOf = (rules: readonly Rule[]): Set<string> => {
  const handles = new Set<string>();
  const collect = (query: Query): void => {
    if (query.kind === "from") handles.add(query.handle);
    else if (query.kind === "all" || query.kind === "any") query.queries.forEach(collect);
  };
  for (const rule of rules) if (rule.action !== "keep") collect(rule.query);
  return handles;
};

/** What a list would need for all of its rules to act in full: what it asks for in its header, else what it uses. */
export const wishOf = (header: Header, rules: readonly Rule[]): Grant => {
  if (header.asks) return header.asks;
  const uses = usesOf(rules);
  return {
    actions: ACTIONS.filter((action) => action !== "keep" && uses.actions[action] > 0),
    sites: "all",
    regex: uses.regex > 0,
    ai: uses.ai > 0,
    exempt: false,
  };
};

const strongest = (actions: readonly Action[]): Action =>
  actions.reduce<Action>((best, action) => (strengthOf(action) > strengthOf(best) ? action : best), "keep");

/** What `wish` holds beyond `known`, in words; empty if nothing. */
export const beyond = (wish: Grant, known: Grant): string[] => {
  const more: string[] = [];
  const act = strongest(wish.actions);
  if (strengthOf(act) > strengthOf(strongest(known.actions))) more.push(`to ${act} posts`);
  if (wish.regex && !known.regex) more.push("to use regular expressions");
  if (wish.ai && !known.ai) more.push("to use the model's measurements");
  if (wish.exempt && !known.exempt) more.push("to keep posts that other lists act on");
  if (known.sites !== "all") {
    const sites = known.sites;
    if (wish.sites === "all") more.push("to act on every site");
    else {
      const added = wish.sites.filter((site) => !sites.includes(site));
      if (added.length > 0) more.push(`to act on ${added.slice(0, 10).join(", ")}`);
    }
  }
  return more;
};
