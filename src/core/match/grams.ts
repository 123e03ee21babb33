import { finish, START, step } from "./hash";
import { lookUp, type HashIndex } from "./hash-index";

/** Units of a text that a literal is filed under. */
const GRAM = 4;
const SHORT = 3;
const SEED = 0x47;
const SHORT_SEED = 0x48;

/** How often a letter stands in texts, roughly: the rarer the letters of a gram, the fewer texts hold it. */
const COMMON = " etaoinshrdlcumwfgypbvkjxqz";
const commonness = (unit: number): number => {
  const rank = COMMON.indexOf(String.fromCharCode(unit));
  return rank === -1 ? 1 : COMMON.length - rank;
};

const hashGram = (text: string, at: number, length: number): number => {
  let hash = START ^ (length === GRAM ? SEED : SHORT_SEED);
  for (let i = at; i < at + length; i += 1) hash = step(hash, text.charCodeAt(i));
  return finish(hash);
};

/** The key under which a literal of at least three units is filed: its rarest stretch. */
export const gramKey = (literal: string): number => {
  const length = literal.length >= GRAM ? GRAM : SHORT;
  let best = 0;
  let least = Infinity;
  for (let at = 0; at + length <= literal.length; at += 1) {
    let common = 0;
    for (let i = at; i < at + length; i += 1) common += commonness(literal.charCodeAt(i));
    if (common < least) {
      least = common;
      best = at;
    }
  }
  return hashGram(literal, best, length);
};

/** Call `found` with what is filed under any stretch of `text`. Linear in the text. */
export const lookUpGrams = (index: HashIndex, text: string, found: (value: number) => void): void => {
  if (index.values.length === 0) return;
  for (let at = 0; at + SHORT <= text.length; at += 1) {
    if (at + GRAM <= text.length) lookUp(index, hashGram(text, at, GRAM), found);
    lookUp(index, hashGram(text, at, SHORT), found);
  }
};
