import { fold } from "../match/fold";
import { MIN_FILED } from "../match/grams";
import { finish, hashOf, START, step } from "../match/hash";
import { requiredLiterals } from "../match/regex-literals";
import { eachKey, type KeyKind } from "../match/tokens";
import type { Condition, Query } from "../vocab/rule";
import type { SiteNames } from "./conditions";

/** Under what a rule is filed: if a post meets the rule, it has one of these keys. */
export interface Keys {
  /** The rarer the keys in posts, the less it weighs. */
  weight: number;
  keys: number[];
  /** Literals that patterns need, each of at least MIN_FILED units; they are filed in another way. */
  literals: string[];
}

const AUTHOR = 0xa1;
const HOST = 0xa2;
const MENTION = 0xa3;
const TAG = 0xa4;
const PLAIN = 0xa5;

export const authorKey = (handle: string): number => hashOf(handle, AUTHOR);
export const mentionKey = (handle: string): number => hashOf(handle, MENTION);
export const tagKey = (tag: string): number => hashOf(tag, TAG);
/** `is:reply`, `in:thread`, `site:x`, `lang:en`, `has:image`. */
export const plainKey = (field: string, value: string): number => hashOf(`${field}:${value}`, PLAIN);

/** Call `on` with the key of a host and of each domain that it lies in: from its end, in one pass. */
export const eachHostKey = (host: string, on: (key: number) => void): void => {
  let hash = START ^ HOST;
  for (let at = host.length - 1; at >= 0; at -= 1) {
    const unit = host.charCodeAt(at);
    if (unit === 46) on(finish(hash));
    hash = step(hash, unit);
  }
  on(finish(hash));
};

const hostKey = (host: string): number => {
  let key = 0;
  eachHostKey(host, (last) => {
    key = last;
  });
  return key;
};

/** How many rules could be filed under each key of a phrase. */
export type Counts = Map<number, number>;

/** What a kind of key weighs by itself; two words in a row stand in few posts, a single mark in many. */
const PHRASE_WEIGHT: Readonly<Record<KeyKind, number>> = {
  pair: 4,
  characters: 8,
  word: 10,
  character: 60,
  mark: 80,
};

/** Short words are common words. */
const lengthWeight = (kind: KeyKind, length: number): number =>
  kind === "word" || kind === "pair" ? Math.max(0, 6 - length) * 8 : 0;

export const countPhrase = (phrase: string, counts: Counts): void =>
  eachKey(fold(phrase), (key) => counts.set(key, (counts.get(key) ?? 0) + 1));

const phraseKeys = (phrase: string, counts: Counts): Keys | null => {
  let best: Keys | null = null;
  eachKey(fold(phrase), (key, kind, from, to) => {
    const weight = PHRASE_WEIGHT[kind] + lengthWeight(kind, to - from) + (counts.get(key) ?? 1);
    if (!best || weight < best.weight) best = { weight, keys: [key], literals: [] };
  });
  return best;
};

const regexKeys = (pattern: string): Keys | null => {
  const literals = requiredLiterals(pattern);
  return literals?.every(({ length }) => length >= MIN_FILED)
    ? { weight: 50 * literals.length, keys: [], literals: [...literals] }
    : null;
};

const one = (weight: number, key: number): Keys => ({ weight, keys: [key], literals: [] });

const conditionKeys = (condition: Condition, siteNames: SiteNames, counts: Counts): Keys | null => {
  switch (condition.kind) {
    case "from":
      return one(1, authorKey(condition.handle));
    case "url":
      return one(2, hostKey(condition.host));
    case "mentions":
      return one(3, mentionKey(condition.handle));
    case "tag":
      return one(4, tagKey(fold(condition.tag)));
    case "words":
      return phraseKeys(condition.phrase, counts);
    case "regex":
      return regexKeys(condition.pattern);
    case "is":
      return one(2_000, plainKey("is", condition.mark));
    case "has":
      return one(3_000, plainKey("has", condition.part));
    case "lang":
      return one(4_000, plainKey("lang", condition.lang.split("-", 1)[0] ?? ""));
    case "in":
      return one(5_000, plainKey("in", condition.surface));
    case "site":
      return one(6_000, plainKey("site", siteNames(condition.site) ?? condition.site));
    case "measure":
      return null;
  }
};

/**
 * The keys of a query, or null if posts that meet it need have none: a bare `-`, a measure. Of what
 * must all hold the rarest is enough; of alternatives each is needed.
 */
export const keysOf = (query: Query, siteNames: SiteNames, counts: Counts): Keys | null => {
  if (query.kind === "not") return null;
  if (query.kind === "all") {
    return query.queries.reduce<Keys | null>((best, part) => {
      const keys = keysOf(part, siteNames, counts);
      return keys && (!best || keys.weight < best.weight) ? keys : best;
    }, null);
  }
  if (query.kind === "any") {
    const all: Keys = { weight: 0, keys: [], literals: [] };
    for (const part of query.queries) {
      const keys = keysOf(part, siteNames, counts);
      if (!keys) return null;
      all.weight += keys.weight;
      all.keys.push(...keys.keys);
      all.literals.push(...keys.literals);
    }
    return all;
  }
  return conditionKeys(query, siteNames, counts);
};
