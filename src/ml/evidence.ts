import { pieces } from "../core/text/pieces";

/** Pieces of one post at most, so that the evidence costs at most eight scores. */
export const MAX_PIECES = 7;

/** A stretch of the post, and how much it adds to the raw score: positive reads like a machine, negative like a person. */
export interface Weighed {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly weight: number;
}

/**
 * Leaves out one piece after another and measures the fall of the score, in one batch. The pieces are in the text's order.
 * A text of one piece has no evidence but itself: the list is empty. `score` gives null for a text without content.
 */
export async function weighPieces(
  text: string,
  score: (texts: readonly string[]) => Promise<readonly (number | null)[]>,
): Promise<Weighed[]> {
  const parts = pieces(text, MAX_PIECES);
  if (parts.length < 2) return [];
  const without = parts.map(({ from, to }) => `${text.slice(0, from)} ${text.slice(to)}`);
  const [whole, ...rest] = await score([text, ...without]);
  if (whole === null || whole === undefined) return [];
  return parts.map(({ from, to }, i) => ({ from, to, text: text.slice(from, to), weight: whole - (rest[i] ?? whole) }));
}
