import * as v from "valibot";

import { type Action, ActionSchema } from "./action";
import { bounded } from "./limits";
import type { Problem, Rule } from "./rule";

/** Version of the rule language. A list may name the version that it was written for. */
export const SYNTAX = 1;

/** Id of the rule list that is the user's own. */
export const MINE = "mine";

/** What a list may do, granted by the user; and, in a header, what it asks for. */
export const GrantSchema = v.object({
  /** What it may do with posts. A stronger action becomes the strongest of these below it. `keep` needs no grant. */
  actions: v.array(ActionSchema),
  /** Sites (ids or hosts) on which it may act. */
  sites: v.union([v.literal("all"), v.array(bounded(253))]),
  /** May use regular expressions. */
  regex: v.boolean(),
  /** May ask for the model's percentile of a post or its author. */
  ai: v.boolean(),
  /** Its `keep` undoes what other lists and detectors found, too. */
  exempt: v.boolean(),
});

export type Grant = v.InferOutput<typeof GrantSchema>;

/** What a new subscription may do. */
export const newGrant = (): Grant => ({
  actions: ["label", "fold"],
  sites: "all",
  regex: false,
  ai: false,
  exempt: false,
});

/** What a list says of itself, in lines `! key: value` above its first rule. All of it is a stranger's claim. */
export interface Header {
  title?: string;
  description?: string;
  /** An https address. */
  homepage?: string;
  license?: string;
  author?: string;
  /** ISO date or date and time. */
  updated?: string;
  /** Hours. */
  expires?: number;
  syntax?: number;
  /** Public key and signature as written. */
  key?: string;
  signature?: string;
  asks?: Grant;
}

/** `include: address`: an https address, or one relative to the list's own. */
export interface Include {
  url: string;
  /** 1-based. */
  line: number;
}

/** A text of rules, understood. */
export interface ParsedList {
  header: Header;
  rules: Rule[];
  includes: Include[];
  /** Every line as written, without line ends: joined by "\n" they are the text. */
  lines: string[];
  /** Lines that were left out, and why. */
  problems: Problem[];
  /** Lines that stand, but hardly do what was meant. */
  warnings: Problem[];
}

/** A named, versioned, sourced set of rules. */
export interface RuleList extends ParsedList {
  id: string;
  name: string;
}

/** A list as the engine takes it: the user's own rules may do anything. */
export interface GrantedList {
  list: Pick<RuleList, "id" | "name" | "rules">;
  grant: Grant | "own";
}

/**
 * A rule that does not act, and why: its day has passed, its list may not do what it asks, or its list
 * has too many rules that name no author, host, word or the like and so have to be asked of every post.
 */
export interface IdleRule {
  /** Id of the list. */
  list: string;
  line: number;
  why: "expired" | "action" | "regex" | "ai" | "broad";
  action: Action;
}
