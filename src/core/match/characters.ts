/** What a code point is to the search for words. */
export const OTHER = 1;
export const SPACE = 2;
export const WORD = 3;
/** A letter of a script that is written without spaces between words. */
export const UNSPACED = 4;

const IS_SPACE = /\s/u;
const IS_WORD = /[\p{L}\p{N}\p{M}_]/u;
const IS_UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3005\u30FC]/u;

const look = (point: number): number => {
  const char = String.fromCodePoint(point);
  if (IS_SPACE.test(char)) return SPACE;
  if (!IS_WORD.test(char)) return OTHER;
  return IS_UNSPACED.test(char) ? UNSPACED : WORD;
};

/** Learnt as texts bring them: 64 KiB that spare a search by property for each letter. */
const known = new Uint8Array(0x10000);

/** OTHER, SPACE, WORD or UNSPACED. */
export const kindOf = (point: number): number => {
  if (point > 0xffff) return look(point);
  return known[point] || (known[point] = look(point));
};

const ASCII = /^[\0-\x7F]*$/;

/** Most texts are: then there is nothing to fold but case. */
export const isAscii = (text: string): boolean => ASCII.test(text);

/** Marks that nobody sees: zero-width, bidi, fillers, variation selectors, tags. They only serve to dodge or to deceive. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/u;
const ALL_INVISIBLE = new RegExp(`${INVISIBLE.source}+`, "gu");

/** Where the first invisible character stands, or -1. */
export const invisibleAt = (text: string): number => (isAscii(text) ? -1 : text.search(INVISIBLE));

export const withoutInvisible = (text: string): string => text.replace(ALL_INVISIBLE, "");
