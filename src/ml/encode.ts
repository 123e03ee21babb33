/**
 * Input encoding: hashed n-grams of a normalised text. The same steps stand in models/train/encode.py; golden vectors and a
 * random test hold the two together.
 */
import { isMark, isSpaceless } from "../core/text/measure";

/** Version of this file and of src/core/text/normalise.ts together; a model's manifest names the one it was trained with. */
export const ENCODING = 3;

/** What the network reads of one text. */
export interface EncodedText {
  /** rows of the first table, ascending: the n-grams of the text as it stands; none if it has no marks */
  readonly ngrams: Int32Array;
  /** rows of the second table, ascending: the n-grams of the text without its marks */
  readonly bare: Int32Array;
}

/** Code points of a normalised text that are encoded. */
export const MAX_CHARS = 1200;

const SEED_CHAR = 0x51ed270b;
const SEED_WORD = 0x2545f491;
const PRIME = 16777619; // FNV-1a's, http://www.isthe.com/chongo/tech/comp/fnv/
const SPACE = 0x20;
const CHAR_SIZES = [2, 3, 4, 5] as const;
const WORD_SIZES = [1, 2, 3] as const;
/** Characters of a word that its hash covers. */
const WORD_LENGTH = 24;

/** Final mixing of 32 bits, so that the low ones depend on all. */
function mix(h: number): number {
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Lower case and one digit for all; only blocks on which Python and JavaScript agree, one code point at a time. */
function foldPoint(point: number): number {
  if (point >= 0x30 && point <= 0x39) return 0x30;
  if ((point >= 0x41 && point <= 0x58f) || (point >= 0x1e00 && point <= 0x1eff)) {
    const low = Array.from(String.fromCodePoint(point).toLowerCase());
    const only = low.length === 1 ? low[0]?.codePointAt(0) : undefined;
    return only ?? point;
  }
  return point;
}

const folded = new Map<number, number>();

function fold(point: number): number {
  if (point < 0x30) return point;
  let f = folded.get(point);
  if (f === undefined) {
    f = foldPoint(point);
    if (point < 0x1f00) folded.set(point, f);
  }
  return f;
}

/** Adds the hashes of all n-grams of `units` of the given sizes; `tag` keeps characters and words apart. */
function addNgrams(
  units: readonly number[],
  sizes: readonly number[],
  seed: number,
  tag: number,
  into: Set<number>,
): void {
  const longest = Math.max(...sizes);
  for (let from = 0; from < units.length; from += 1) {
    let h = seed;
    for (let n = 1; n <= longest && from + n <= units.length; n += 1) {
      h = Math.imul(h ^ (units[from + n - 1] ?? 0), PRIME);
      if (sizes.includes(n)) into.add(mix(h ^ (tag + n)));
    }
  }
}

/** One hash for each word, mark or character of a spaceless script. */
function tokenHashes(points: readonly number[]): number[] {
  const out: number[] = [];
  let h = SEED_WORD;
  let length = 0;
  const flush = (): void => {
    if (length > 0) out.push(h >>> 0);
    h = SEED_WORD;
    length = 0;
  };
  for (const p of points) {
    const alone = isMark(p) || isSpaceless(p);
    if (alone || p === SPACE) flush();
    if (p === SPACE) continue;
    if (length < WORD_LENGTH) h = Math.imul(h ^ p, PRIME);
    length += 1;
    if (alone) flush();
  }
  flush();
  return out;
}

/** The folded code points of a normalised text, at most MAX_CHARS. */
export function foldedPoints(normalised: string): number[] {
  const out: number[] = [];
  for (const char of normalised) {
    if (out.length === MAX_CHARS) break;
    out.push(fold(char.codePointAt(0) ?? 0));
  }
  return out;
}

/** All distinct 32-bit feature hashes of a normalised text: character 2-5-grams (a space at both ends) and word 1-3-grams. */
export function ngramHashes(normalised: string): Set<number> {
  const points = foldedPoints(normalised);
  const found = new Set<number>();
  addNgrams([SPACE, ...points, SPACE], CHAR_SIZES, SEED_CHAR, 0, found);
  addNgrams(tokenHashes(points), WORD_SIZES, SEED_WORD, 64, found);
  return found;
}

/** A normalised text without its marks: the second reading, which stays when somebody strips the punctuation. */
export function bareText(normalised: string): string {
  const kept = Array.from(normalised, (char) => (isMark(char.codePointAt(0) ?? 0) ? " " : char)).join("");
  return kept
    .split(" ")
    .filter((word) => word !== "")
    .join(" ");
}

const rowsOf = (hashes: Iterable<number>, bits: number): Int32Array => {
  const mask = 2 ** bits - 1;
  return Int32Array.from(hashes, (h) => h & mask).sort();
};

/** A normalised text as the network reads it, for tables of 2 ** bits rows. */
export function encode(normalised: string, bits: number): EncodedText {
  const start = Array.from(normalised).slice(0, MAX_CHARS).join("");
  const bare = bareText(start);
  const unmarked = bare === start.replace(/^ +/, "").replace(/(?<! ) +$/, "");
  return { ngrams: rowsOf(unmarked ? [] : ngramHashes(start), bits), bare: rowsOf(ngramHashes(bare), bits) };
}
