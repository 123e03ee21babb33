import { GramIndexBuilder } from "../match/grams";
import { HashIndexBuilder } from "../match/hash-index";
import type { Rule } from "../vocab/rule";
import type { GrantedList, IdleRule } from "../vocab/rule-list";
import { COMPILED_VERSION, type CompiledList, type CompiledRules } from "./compiled";
import { conditionsOf, type SiteNames } from "./conditions";
import { whyIdle } from "./grants";
import { countPhrase, type Counts, keysOf } from "./keys";
import { addNeeds, noNeeds } from "./needs";
import { printRule } from "./print";
import { openRules, type RuleSet } from "./rule-set";

/** Most idle rules that are named; the rest is counted. */
const MOST_IDLE = 1_000;

/** Most rules of one subscribed list that have to be asked of every post. */
const MOST_BROAD = 500;

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
  const idle: IdleRule[] = [];
  let idleCount = 0;
  const leaveIdle = (list: string, { line, action }: Rule, why: IdleRule["why"]): void => {
    idleCount += 1;
    if (idle.length < MOST_IDLE) idle.push({ list, line, why, action });
  };
  const acting: Rule[] = [];
  const counts: Counts = new Map();
  let id = 0;
  const lists = granted.map(({ list, grant }): CompiledList => {
    const texts: string[] = [];
    let at = 0;
    for (const rule of list.rules) {
      const conditions = conditionsOf(rule.query);
      const why = whyIdle(rule, conditions, grant, now);
      if (why !== null) {
        leaveIdle(list.id, rule, why);
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
      acting.push(rule);
      id += 1;
    }
    return { id: list.id, name: list.name, grant, end: id, text: texts.join("\n") };
  });
  const index = new HashIndexBuilder();
  const grams = new GramIndexBuilder();
  const always: number[] = [];
  let listIndex = 0;
  let broad = 0;
  acting.forEach((rule, id) => {
    while (id >= (lists[listIndex]?.end ?? Infinity)) {
      listIndex += 1;
      broad = 0;
    }
    const keys = keysOf(rule.query, siteNames, counts);
    for (const key of keys?.keys ?? []) index.add(key, id);
    for (const literal of keys?.literals ?? []) grams.add(literal, id);
    if (keys) return;
    const list = lists[listIndex];
    broad += 1;
    if (list && list.grant !== "own" && broad > MOST_BROAD) leaveIdle(list.id, rule, "broad");
    else always.push(id);
  });
  return {
    version: COMPILED_VERSION,
    lists,
    lineOf: lineOf.slice(0, id),
    startOf: startOf.slice(0, id),
    index: index.build(),
    grams: grams.build(),
    always: Uint32Array.from(always),
    needs,
    idle,
    idleCount,
  };
};

/** Lists, each with what it may do, made ready to be matched against many posts. */
export const compileRules = (granted: readonly GrantedList[], context: CompileContext): RuleSet =>
  openRules(compileData(granted, context), context.siteNames);
