import type { GramIndex } from "../match/grams";
import type { HashIndex } from "../match/hash-index";
import type { Grant, SetAside } from "../vocab/rule-list";
import type { Needs } from "./needs";

/** A list as the compiled rules know it. */
export interface CompiledList {
  id: string;
  name: string;
  grant: Grant | "own";
  /** The lines of its rules, joined by "\n". */
  text: string;
}

/** Compiled rules as plain data: flat arrays and texts. Can be stored and cloned; see COMPILED_VERSION. */
export interface CompiledRules {
  version: number;
  lists: CompiledList[];
  /** For each rule: the list that it is in, its line there, and where it stands in the list's `text`. */
  listOf: Uint16Array;
  lineOf: Uint32Array;
  fromOf: Uint32Array;
  toOf: Uint32Array;
  index: HashIndex;
  grams: GramIndex;
  /** Rules that no key tells: they are asked of every post. */
  always: Uint32Array;
  needs: Needs;
  setAside: SetAside[];
  /** How many rules are set aside, named or not. */
  setAsideCount: number;
}

/** Stored data of another version is compiled anew. */
export const COMPILED_VERSION = 1;
