/** FNV-1a, 32 bit, over UTF-16 units: fast, and a clash only costs a look at one rule too many. */
export const START = 0x811c9dc5;
const PRIME = 0x01000193;

export const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, PRIME);

/** Spreads a hash over all its bits. */
export const finish = (hash: number): number => {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return h >>> 0;
};

/** The hash of `text` from `from` up to `to`; `seed` keeps kinds of keys apart. */
export const hashOf = (text: string, seed: number, from = 0, to = text.length): number => {
  let hash = START ^ seed;
  for (let i = from; i < to; i += 1) hash = step(hash, text.charCodeAt(i));
  return finish(hash);
};

/** Two hashes, in order, as one. */
export const pairOf = (first: number, second: number): number =>
  finish(Math.imul(first, 0x9e3779b1) ^ ((second << 5) | (second >>> 27)));
