/** A stretch of a text, in UTF-16 positions: text.slice(from, to). */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

const SENTENCE = /[.!?\u2026\u3002\uff01\uff1f]+["')\]\u201d\u2019]*(?=\s|$)|[\u3002\uff01\uff1f]|\n+/gu;
const CLAUSE = /[,;:\u2014\u3001\uff0c](?=\s|$)|[\u3001\uff0c]| [\u2013\u2014-] /gu;
const WORD_END = / +/g;
/** Characters of a text that are cut into pieces; the classifier reads little more. */
const LONGEST = 10_000;

/** Cuts a stretch after every match of `where`; pieces without a letter or digit join the one before. */
function cut(text: string, { from, to }: Piece, where: RegExp): Piece[] {
  const out: Piece[] = [];
  let start = from;
  const push = (end: number): void => {
    const last = out.at(-1);
    if (last !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(start, end))) out[out.length - 1] = { from: last.from, to: end };
    else if (end > start) out.push({ from: start, to: end });
    start = end;
  };
  for (const match of text.slice(from, to).matchAll(where)) push(from + match.index + match[0].length);
  if (start < to) push(to);
  return out;
}

/** Stretches of about `words` words. */
function chunks(text: string, piece: Piece, words: number): Piece[] {
  const single = cut(text, piece, WORD_END);
  return Array.from({ length: Math.ceil(single.length / words) }, (_, i) => ({
    from: single[i * words]?.from ?? piece.from,
    to: single[Math.min(single.length, (i + 1) * words) - 1]?.to ?? piece.to,
  }));
}

/** Joins the shortest neighbours until at most `limit` pieces are left. */
function joined(pieces: readonly Piece[], limit: number): Piece[] {
  const out = pieces.slice();
  while (out.length > limit) {
    let at = 0;
    let least = Infinity;
    for (let i = 0; i + 1 < out.length; i += 1) {
      const length = (out[i + 1]?.to ?? 0) - (out[i]?.from ?? 0);
      if (length < least) [at, least] = [i, length];
    }
    out.splice(at, 2, { from: out[at]?.from ?? 0, to: out[at + 1]?.to ?? 0 });
  }
  return out;
}

/**
 * A text in at most `limit` pieces that cover it without gaps: its sentences; where there are fewer than three, its clauses;
 * where there is but one, stretches of six words.
 */
export function pieces(text: string, limit: number): Piece[] {
  const whole = { from: 0, to: Math.min(text.length, LONGEST) };
  let out = cut(text, whole, SENTENCE);
  if (out.length < 3) out = out.flatMap((piece) => cut(text, piece, CLAUSE));
  if (out.length < 2) out = out.flatMap((piece) => chunks(text, piece, 6));
  // Thousands of one-letter sentences would make joining slow: start from stretches of equal length instead.
  if (out.length > 40 * limit) {
    const size = Math.ceil(whole.to / limit);
    return Array.from({ length: Math.ceil(whole.to / size) }, (_, i) => ({ from: i * size, to: Math.min(whole.to, (i + 1) * size) }));
  }
  return joined(out, limit);
}
