import { isAscii, withoutInvisible } from "./characters";
import { unmaskAll, unmaskMixed } from "./look-alikes";

/** Accents of Latin, Greek and Cyrillic, vowel points of Hebrew and Arabic. Vowel signs of Indic scripts are letters. */
const ACCENTS =
  /[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]+/gu;

const squeeze = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Letters that Unicode does not take apart, and those that have one case only. */
const SPELT: Readonly<Record<string, string>> = {
  ß: "ss",
  ς: "σ",
  ſ: "s",
  ı: "i",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  "‘": "'",
  "’": "'",
  ʼ: "'",
};

const lower = (text: string): string =>
  squeeze(
    text
      .toLowerCase()
      .replace(/[ßςſıøłđæœ‘’ʼ]/gu, (char) => SPELT[char] ?? char)
      .normalize("NFC"),
  );

/** Plain letters: one width, no accents, nothing invisible. */
const plain = (text: string): string => withoutInvisible(text.normalize("NFKD")).replace(ACCENTS, "");

/** Some letters look like Latin ones only as capitals, some only as small ones: both are looked at. */
const reduce = (letters: string): string => {
  const once = lower(unmaskMixed(letters));
  const twice = unmaskMixed(once);
  return twice === once ? once : lower(twice);
};

/**
 * A text as rules see it: whatever the case, width, accents and look-alike letters within a word, with
 * white space as single spaces. Linear in the text; lone surrogates stay as they are.
 */
export const fold = (text: string): string =>
  isAscii(text) ? squeeze(text.toLowerCase()) : reduce(plain(text));

/** All ways to read a text: as it is, and with words of look-alikes taken for Latin. */
export const foldings = (text: string): string[] => {
  if (isAscii(text)) return [squeeze(text.toLowerCase())];
  const letters = plain(text);
  const folded = reduce(letters);
  const other = unmaskAll(letters);
  return other === null ? [folded] : [folded, lower(other)];
};
