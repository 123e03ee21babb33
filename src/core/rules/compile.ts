import { GramIndexBuilder } from "../match/grams";
import { HashIndexBuilder } from "../match/hash-index";
import type { Rule } from "../vocab/rule";
import type { GrantedList, SetAside } from "../vocab/rule-list";
import { COMPILED_VERSION, type CompiledList, type CompiledRules } from "./compiled";
import { conditionsOf, type SiteNames } from "./conditions";
import { whyAside } from "./grants";
import { countPhrase, type Counts, keysOf } from "./keys";
import { addNeeds, noNeeds } from "./needs";
import { printRule } from "./print";
import { openRules, type RuleSet } from "./rule-set";

/** Most set-aside rules that are named; the rest is counted. */
const MOST_NAMED = 1_000;

export interface CompileContext {
  siteNames: SiteNames;
  /** The time in ms; rules whose day is over are left out. They never act once it is, compiled or not. */
  now?: number;
}

/** Compile lists to plain data. Linear in the rules; a rule's `text` is kept, the parsed rules may go. */
export const compileData = (
  granted: readonly GrantedList[],
  { siteNames, now }: CompileContext,
): CompiledRules => {
  const total = granted.reduce((sum, { list }) => sum + list.rules.length, 0);
  const lineOf = new Uint32Array(total);
  const startOf = new Uint32Array(total);
  const needs = noNeeds();
  const setAside: SetAside[] = [];
  let setAsideCount = 0;
  const acting: { rule: Rule; id: number }[] = [];
  const counts: Counts = new Map();
  let id = 0;
  const lists = granted.map(({ list, grant }): CompiledList => {
    const texts: string[] = [];
    let at = 0;
    for (const rule of list.rules) {
      const conditions = conditionsOf(rule.query);
      const why = whyAside(rule, conditions, grant, now);
      if (why !== null) {
        setAsideCount += 1;
        if (setAside.length < MOST_NAMED)
          setAside.push({ list: list.id, line: rule.line, why, action: rule.action });
        continue;
      }
      const text = rule.text === "" ? printRule(rule) : rule.text;
      texts.push(text);
      lineOf[id] = rule.line;
      startOf[id] = at;
      at += text.length + 1;
      for (const condition of conditions) {
        addNeeds(needs, condition);
        if (condition.kind === "words") countPhrase(condition.phrase, counts);
      }
      acting.push({ rule, id });
      id += 1;
    }
    return { id: list.id, name: list.name, grant, end: id, text: texts.join("\n") };
  });
  const index = new HashIndexBuilder();
  const grams = new GramIndexBuilder();
  const always: number[] = [];
  for (const each of acting) {
    const keys = keysOf(each.rule.query, siteNames, counts);
    if (!keys) always.push(each.id);
    else {
      for (const key of keys.keys) index.add(key, each.id);
      for (const literal of keys.literals) grams.add(literal, each.id);
    }
  }
  return {
    version: COMPILED_VERSION,
    lists,
    lineOf: lineOf.slice(0, id),
    startOf: startOf.slice(0, id),
    index: index.build(),
    grams: grams.build(),
    always: Uint32Array.from(always),
    needs,
    setAside,
    setAsideCount,
  };
};

/** Lists, each with what it may do, made ready to be matched against many posts. */
export const compileRules = (granted: readonly GrantedList[], context: CompileContext): RuleSet =>
  openRules(compileData(granted, context), context.siteNames);
