import { kindOf, OTHER, UNSPACED, WORD } from "./characters";
import { finish, pairOf, START, step } from "./hash";

/**
 * What a folded text is filed under and looked up by. If a phrase occurs in a text as whole words,
 * every key of the phrase is a key of the text:
 * a word; two words in a row; a character of a script without spaces, and two in a row; a mark or picture.
 */
export type KeyKind = "word" | "pair" | "character" | "characters" | "mark";

export type OnKey = (key: number, kind: KeyKind, from: number, to: number) => void;

const WORD_SEED = 0x57;
const CHARACTER_SEED = 0x43;
const MARK_SEED = 0x4d;

const hashPoint = (point: number, seed: number): number =>
  finish(step(step(START ^ seed, point & 0xffff), point >>> 16));

/** Call `on` with each key of `text`, in its order; columns are those of the key's last part. Linear in the text. */
export const eachKey = (text: string, on: OnKey): void => {
  let word = 0;
  let character = 0;
  let hash = START ^ WORD_SEED;
  let start = -1;
  const end = (at: number): void => {
    const key = finish(hash);
    on(key, "word", start, at);
    if (word !== 0) on(pairOf(word, key), "pair", start, at);
    word = key;
    hash = START ^ WORD_SEED;
    start = -1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const from = at;
    let point = text.charCodeAt(at);
    if (point >= 0xd800 && point <= 0xdbff) {
      point = text.codePointAt(at) ?? point;
      if (point > 0xffff) at += 1;
    }
    const kind = kindOf(point);
    if (kind === WORD) {
      if (start === -1) start = from;
      hash = point > 0xffff ? step(step(hash, point & 0xffff), point >>> 16) : step(hash, point);
      character = 0;
      continue;
    }
    if (start !== -1) end(from);
    if (kind === UNSPACED) {
      const key = hashPoint(point, CHARACTER_SEED);
      on(key, "character", from, at + 1);
      if (character !== 0) on(pairOf(character, key), "characters", from, at + 1);
      character = key;
      word = 0;
    } else {
      character = 0;
      if (kind === OTHER) on(hashPoint(point, MARK_SEED), "mark", from, at + 1);
    }
  }
  if (start !== -1) end(text.length);
};

/** How many words a text has; a character of a script without spaces counts half a word. */
export const countWords = (text: string): number => {
  let words = 0;
  let inside = false;
  for (const char of text) {
    const kind = kindOf(char.codePointAt(0) ?? 0);
    if (kind === UNSPACED) words += 0.5;
    if (kind === WORD) {
      if (!inside) words += 1;
      inside = true;
      // An apostrophe, a hyphen or a full stop within does not end a word; white space does.
    } else if (kind !== OTHER) inside = false;
  }
  return words;
};
