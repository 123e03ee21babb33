/**
 * A text as rules see it: whatever the case, width and accents, with white space as single spaces.
 * Linear in the text; lone surrogates stay as they are.
 */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    // Marks that cannot be seen would split a word.
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu, "")
    .toLowerCase()
    .replace(/ß/gu, "ss")
    .replace(/\s+/gu, " ")
    .trim();
