import type { GramIndex } from "../match/grams";
import type { HashIndex } from "../match/hash-index";
import type { Grant, IdleRule } from "../vocab/rule-list";
import type { Needs } from "./needs";

/** A list as the compiled rules know it. */
export interface CompiledList {
  id: string;
  name: string;
  grant: Grant | "own";
  /** Its rules have numbers below this, and not below the `end` of the list before. */
  end: number;
  /** The lines of its rules, joined by "\n". */
  text: string;
}

/** Compiled rules as plain data: flat arrays and texts, which can be stored and cloned. See COMPILED_VERSION. */
export interface CompiledRules {
  version: number;
  lists: CompiledList[];
  /** For each rule: its line in its list, and where it starts in the list's `text`. */
  lineOf: Uint32Array;
  startOf: Uint32Array;
  index: HashIndex;
  grams: GramIndex;
  /** Rules that no key tells: they are asked of every post. */
  always: Uint32Array;
  needs: Needs;
  idle: IdleRule[];
  /** How many rules are idle, named or not. */
  idleCount: number;
}

/** Stored data of another version is compiled anew; so is data made for other lists, grants or site names. */
export const COMPILED_VERSION = 1;

/** The line of rule `id`, which is in `list`. */
export const textOf = ({ startOf }: CompiledRules, list: CompiledList, id: number): string =>
  list.text.slice(startOf[id], id + 1 < list.end ? (startOf[id + 1] ?? 0) - 1 : list.text.length);
