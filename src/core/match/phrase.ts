import { kindOf, WORD } from "./characters";

/** The code point that ends before `at`. */
const before = (text: string, at: number): number => {
  const low = text.charCodeAt(at - 1);
  return at >= 2 && low >= 0xdc00 && low <= 0xdfff ? (text.codePointAt(at - 2) ?? low) : low;
};

/** Whether a word goes on across `at`: letters on both sides, of scripts that put spaces between words. */
const joined = (text: string, at: number): boolean =>
  at > 0 &&
  at < text.length &&
  kindOf(text.codePointAt(at) ?? 0) === WORD &&
  kindOf(before(text, at)) === WORD;

/**
 * Whether `phrase` occurs in `text` as whole words; both are folded. In scripts without spaces it may
 * stand anywhere. Linear in the text but for a phrase that occurs very often inside of words.
 */
export const occurs = (phrase: string, text: string): boolean => {
  if (phrase === "") return false;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (!joined(text, at) && !joined(text, at + phrase.length)) return true;
  }
  return false;
};
