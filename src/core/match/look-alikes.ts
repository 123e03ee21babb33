/** Pairs "look-alike, Latin": Cyrillic, Greek and small-capital letters that pass for Latin ones. */
const PAIRS =
  "аaеeоoрpсcуyхxіiїiјjѕsԁdԛqԝwһhӏlАAВBЕEКKМMНHОOРPСCТTУYХXІIЇIЈJЅSԌGҮYԚQԜW" +
  "αaοoνvρpιiκkυuχxγyΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX" +
  "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzɑaɡgօoսuհhոnցg";

const LATIN: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS.charAt(2 * i), PAIRS.charAt(2 * i + 1)]),
);

const FOREIGN = /[\u0250-\u02AF\u0370-\u058F\u1D00-\u1D2B\uA730\uA731]/u;
const FOREIGN_LETTERS = new RegExp(FOREIGN.source, "gu");
const LATIN_LETTER = /[A-Za-z\u00C0-\u024F]/u;
const LATIN_LETTERS = new RegExp(LATIN_LETTER.source, "gu");
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

const unmask = (text: string, wanted: (word: string) => boolean): string =>
  text.replace(WORDS, (word) => {
    const foreign = word.match(FOREIGN_LETTERS);
    if (!foreign?.every((letter) => LATIN.has(letter)) || !wanted(word)) return word;
    return word.replace(FOREIGN_LETTERS, (letter) => LATIN.get(letter) ?? letter);
  });

/** Words that mix Latin letters with look-alikes become Latin: nobody writes so but to dodge. */
export const unmaskMixed = (text: string): string =>
  FOREIGN.test(text) ? unmask(text, (word) => LATIN_LETTER.test(word)) : text;

/**
 * In a text that is mostly Latin, a word made of look-alikes alone may be a Latin word in disguise or
 * a foreign one. The text with all of them taken for Latin, or null if there are none.
 */
export const unmaskAll = (text: string): string | null => {
  if (!FOREIGN.test(text)) return null;
  if ((text.match(LATIN_LETTERS)?.length ?? 0) <= (text.match(FOREIGN_LETTERS)?.length ?? 0)) return null;
  const unmasked = unmask(text, () => true);
  return unmasked === unmaskMixed(text) ? null : unmasked;
};
