import { compileData } from "../../core/rules/compile";
import type { CompiledRules } from "../../core/rules/compiled";
import type { SiteNames } from "../../core/rules/conditions";
import { parseRules } from "../../core/rules/parse";
import { openRules, type RuleSet } from "../../core/rules/rule-set";
import { type GrantedList, MINE } from "../../core/vocab/rule-list";

/** The lists that the user follows, and a place to keep what was made of them. */
export interface ListSource {
  /** Another number whenever what lists do may have changed. */
  version: () => number;
  granted: () => Promise<readonly GrantedList[]>;
  /** Names what this text of own rules and the lists as they are compile to. */
  name: (rules: string) => Promise<string>;
  /** Compiled rules that were kept under a name, or null. */
  recall: (name: string) => Promise<CompiledRules | null>;
  remember: (name: string, data: CompiledRules) => Promise<void>;
}

const NO_LISTS: ListSource = {
  version: () => 0,
  granted: () => Promise.resolve([]),
  name: () => Promise.resolve(""),
  recall: () => Promise.resolve(null),
  remember: () => Promise.resolve(),
};

/** The user's own rules and all lists, compiled once for as long as neither changes. */
export const createRules = (
  siteNames: SiteNames,
  lists: ListSource = NO_LISTS,
): ((text: string) => Promise<RuleSet>) => {
  let current: { text: string; version: number; rules: Promise<RuleSet> } | undefined;
  const compile = async (text: string): Promise<RuleSet> => {
    const own: GrantedList = {
      list: { id: MINE, name: "My rules", rules: parseRules(text).rules },
      grant: "own",
    };
    try {
      const name = await lists.name(text);
      const kept = await lists.recall(name);
      if (kept) return openRules(kept, siteNames);
      const granted = await lists.granted();
      const data = compileData([own, ...granted], { siteNames });
      // Own rules alone are compiled as fast as they are read; and a list may have changed meanwhile.
      if (granted.length > 0 && (await lists.name(text)) === name) await lists.remember(name, data);
      return openRules(data, siteNames);
    } catch (error) {
      // Lists that cannot be read do nothing; the user's own rules still do.
      console.warn("Winnow: lists", error);
      current = undefined; // Tried again with the next posts.
      return openRules(compileData([own], { siteNames }), siteNames);
    }
  };
  return (text) => {
    const version = lists.version();
    if (current?.text !== text || current.version !== version)
      current = { text, version, rules: compile(text) };
    return current.rules;
  };
};
