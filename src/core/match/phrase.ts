const WORD = /[\p{L}\p{N}_]/u;
/** Scripts that are written without spaces between words: there a phrase is looked for anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The whole character (code point) that ends before `at`. */
const before = (text: string, at: number): string => {
  const low = text.charCodeAt(at - 1);
  return at >= 2 && low >= 0xdc00 && low <= 0xdfff ? text.slice(at - 2, at) : text.slice(at - 1, at);
};

const after = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
};

const joins = (a: string, b: string): boolean =>
  WORD.test(a) && WORD.test(b) && !UNSPACED.test(a) && !UNSPACED.test(b);

/**
 * Whether `phrase` occurs in `text` as whole words; both are folded. In scripts without spaces it may
 * stand anywhere. Linear in the text but for a phrase that occurs very often inside of words.
 */
export const occurs = (phrase: string, text: string): boolean => {
  if (phrase === "") return false;
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    const startsWord = at === 0 || !joins(before(text, at), after(text, at));
    const endsWord = end === text.length || !joins(before(text, end), after(text, end));
    if (startsWord && endsWord) return true;
  }
  return false;
};
