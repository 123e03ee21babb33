import { finish } from "./hash";
import { type HashIndex, HashIndexBuilder, lookUp } from "./hash-index";

/** Literals are filed under a stretch of so many units: the longest that they have room for. */
const LENGTHS = [6, 4, 3] as const;

/** Shorter literals cannot be filed. */
export const MIN_FILED = 3;

/** One index for each of LENGTHS. */
export type GramIndex = readonly [HashIndex, HashIndex, HashIndex];

/** How often a letter stands in texts, roughly: the rarer the letters of a stretch, the fewer texts hold it. */
const COMMON = " etaoinshrdlcumwfgypbvkjxqz";
const commonness = (unit: number): number => {
  const rank = COMMON.indexOf(String.fromCharCode(unit));
  return rank === -1 ? 1 : COMMON.length - rank;
};

/** The last eight units of a text in two numbers: `late` holds the last four, `early` those before. */
const byte = (unit: number): number => (unit ^ (unit >>> 8)) & 0xff;
const pushLate = (late: number, unit: number): number => (late >>> 8) | (byte(unit) << 24);
const pushEarly = (early: number, late: number): number => (early >>> 8) | ((late & 0xff) << 24);

const keyOf6 = (early: number, late: number): number => finish(late ^ Math.imul(early >>> 16, 0x9e3779b1));
const keyOf4 = (late: number): number => finish(late);
const keyOf3 = (late: number): number => finish(late >>> 8);

const keyOf = (length: number, early: number, late: number): number =>
  length === 6 ? keyOf6(early, late) : length === 4 ? keyOf4(late) : keyOf3(late);

/** The key of the stretch of a literal whose letters are the rarest. */
const rarest = (literal: string, length: number): number => {
  let best = 0;
  let least = Infinity;
  let early = 0;
  let late = 0;
  for (let at = 0; at < literal.length; at += 1) {
    early = pushEarly(early, late);
    late = pushLate(late, literal.charCodeAt(at));
    if (at + 1 < length) continue;
    let common = 0;
    for (let i = at + 1 - length; i <= at; i += 1) common += commonness(literal.charCodeAt(i));
    if (common >= least) continue;
    least = common;
    best = keyOf(length, early, late);
  }
  return best;
};

export class GramIndexBuilder {
  readonly #builders = [new HashIndexBuilder(), new HashIndexBuilder(), new HashIndexBuilder()] as const;

  /** File a value under a literal of at least MIN_FILED units. */
  add(literal: string, value: number): void {
    const which = literal.length >= LENGTHS[0] ? 0 : literal.length >= LENGTHS[1] ? 1 : 2;
    this.#builders[which].add(rarest(literal, LENGTHS[which]), value);
  }

  build(): GramIndex {
    const [six, four, three] = this.#builders;
    return [six.build(), four.build(), three.build()];
  }
}

/** Call `found` with what is filed under any stretch of `text`. Linear in the text. */
export const lookUpGrams = (
  [six, four, three]: GramIndex,
  text: string,
  found: (value: number) => void,
): void => {
  const sixes = six.values.length > 0;
  const fours = four.values.length > 0;
  const threes = three.values.length > 0;
  if (!sixes && !fours && !threes) return;
  let early = 0;
  let late = 0;
  for (let at = 0; at < text.length; at += 1) {
    early = pushEarly(early, late);
    late = pushLate(late, text.charCodeAt(at));
    if (sixes && at >= 5) lookUp(six, keyOf6(early, late), found);
    if (fours && at >= 3) lookUp(four, keyOf4(late), found);
    if (threes && at >= 2) lookUp(three, keyOf3(late), found);
  }
};
