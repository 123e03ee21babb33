import type { Action } from "./action";
import type { Mark } from "./post";
import type { Surface } from "./surface";

/** A stretch of a line: columns in UTF-16 units, 0-based, `to` excluded. */
export interface Span {
  from: number;
  to: number;
}

/** Where words are looked for. `post` (no field) is all that the author wrote: text and media descriptions. */
export const WORD_PLACES = ["post", "text", "alt", "name"] as const;

export type WordPlace = (typeof WORD_PLACES)[number];

/** Where a regular expression may look. */
export const REGEX_PLACES = [...WORD_PLACES, "from", "url"] as const;

export type RegexPlace = (typeof REGEX_PLACES)[number];

/** What follows `has:`. */
export const PARTS = ["credentials", "emoji", "image", "link", "poll", "video"] as const;

export type Part = (typeof PARTS)[number];

/** What is compared with a number. `ai`, `author-ai`: percentile, 0-100. `length`: words. `age`: seconds. */
export const MEASURES = ["ai", "author-ai", "copies", "length", "age"] as const;

export type Measure = (typeof MEASURES)[number];

export const COMPARISONS = [">=", "<=", ">", "<"] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** One test on a post. Values are in their plain form: handles lower case and without `@`, hosts in punycode. */
export type Condition =
  | { kind: "words"; place: WordPlace; phrase: string }
  /** RE2 syntax; `flags` is a subset of `ims`, in that order. */
  | { kind: "regex"; place: RegexPlace; pattern: string; flags: string }
  | { kind: "from"; handle: string }
  | { kind: "mentions"; handle: string }
  /** Without `#`. */
  | { kind: "tag"; tag: string }
  /** A link to this host or a subdomain; `path` is empty or begins with `/`. */
  | { kind: "url"; host: string; path: string }
  /** A site's id or host. */
  | { kind: "site"; site: string }
  | { kind: "in"; surface: Surface }
  /** BCP-47, lower case: `en` is met by `en-GB`. */
  | { kind: "lang"; lang: string }
  | { kind: "is"; mark: Mark }
  | { kind: "has"; part: Part }
  | { kind: "measure"; measure: Measure; comparison: Comparison; value: number };

/** What a rule asks of a post. `all` and `any` hold at least two queries. */
export type Query =
  | Condition
  | { kind: "all"; queries: Query[] }
  | { kind: "any"; queries: Query[] }
  | { kind: "not"; query: Query };

/** What follows ` ; `: for people, but for `until`. */
export interface Note {
  reason?: string;
  /** ISO date, such as 2026-11-02. */
  seen?: string;
  /** ISO date: the last day (UTC) on which the rule acts. */
  until?: string;
  text?: string;
}

/** One line: what is done with posts that meet the query. */
export interface Rule {
  action: Action;
  query: Query;
  note?: Note;
  /** 1-based. */
  line: number;
  /** The line as it was written, trimmed: parsed again it gives the same rule. */
  text: string;
}

/** What is wrong with a line, and how to mend it. */
export interface Problem extends Span {
  /** 1-based. */
  line: number;
  message: string;
  hint?: string;
}
