import { ACTIONS } from "../vocab/action";
import type { Grant } from "../vocab/rule-list";
import { readSite } from "./values";

/**
 * What a list asks for, or is granted, in words: `label fold regex site:x.com`. Unknown words are
 * given back, so that they can be named.
 */
export const parseAsks = (text: string): { grant: Grant; unknown: string[] } => {
  const grant: Grant = { actions: [], sites: "all", regex: false, ai: false, exempt: false };
  const unknown: string[] = [];
  const sites: string[] = [];
  for (const word of text.toLowerCase().split(/[\s,]+/u)) {
    const action = ACTIONS.find((known) => known === word);
    const site = word.startsWith("site:") ? readSite(word.slice(5)) : null;
    if (action) grant.actions.push(action);
    else if (site?.ok) sites.push(site.value);
    else if (word === "regex" || word === "ai" || word === "exempt") grant[word] = true;
    else if (word !== "") unknown.push(word);
  }
  grant.actions = ACTIONS.filter((action) => grant.actions.includes(action));
  if (sites.length > 0) grant.sites = [...new Set(sites)];
  return { grant, unknown };
};

export const printAsks = ({ actions, sites, regex, ai, exempt }: Grant): string =>
  [
    ...ACTIONS.filter((action) => actions.includes(action)),
    ...(regex ? ["regex"] : []),
    ...(ai ? ["ai"] : []),
    ...(exempt ? ["exempt"] : []),
    ...(sites === "all" ? [] : sites.map((site) => `site:${site}`)),
  ].join(" ");
