/** Marks, spaceless scripts and length, as in models/train/encode.py. */

/** A mark that stands for itself: never part of a word. The apostrophe belongs to words. */
export function isMark(c: number): boolean {
  if (c < 0x7f) {
    return (
      c > 0x20 &&
      c !== 0x27 &&
      !(c >= 0x30 && c <= 0x39) &&
      !(c >= 0x41 && c <= 0x5a) &&
      !(c >= 0x61 && c <= 0x7a)
    );
  }
  if ((c >= 0xa1 && c <= 0xbf) || (c >= 0x2000 && c <= 0x206f) || (c >= 0x3001 && c <= 0x303f)) return true;
  return c === 0x964 || c === 0x965 || c === 0x60c || c === 0x61b || c === 0x61f;
}

/** Scripts written without spaces (Chinese, Japanese): every character is a token. Korean has spaces. */
export const isSpaceless = (c: number): boolean =>
  (c >= 0x3041 && c <= 0x30ff) ||
  (c >= 0x3400 && c <= 0x4dbf) ||
  (c >= 0x4e00 && c <= 0x9fff) ||
  (c >= 0x20000 && c <= 0x2ffff);

const isHangul = (c: number): boolean => c >= 0xac00 && c <= 0xd7af;

/** How long a normalised text is. A character of Chinese, Japanese or Korean says as much as two letters; of the first two, half a word. */
export interface TextLength {
  readonly chars: number;
  readonly words: number;
}

export function measure(normalised: string): TextLength {
  let chars = 0;
  let words = 0;
  let inWord = false;
  for (const char of normalised) {
    const c = char.codePointAt(0) ?? 0;
    const spaceless = isSpaceless(c);
    chars += spaceless || isHangul(c) ? 2 : 1;
    if (spaceless) words += 0.5;
    const wordish = c !== 0x20 && !spaceless && !isMark(c);
    if (wordish && !inWord) words += 1;
    inWord = wordish;
  }
  return { chars, words };
}
