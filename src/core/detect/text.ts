import type { Post } from "../vocab/post";
import type { Signal } from "../vocab/signal";

/** What the classifier said of a text. */
export interface Reading {
  ai: number | null;
  why?: "too-short" | "language" | undefined;
}

/** Whether the words on the page are the author's own: a translation in place is the machine's, whoever wrote. */
export const ownWords = (post: Post): boolean => !post.is.includes("translated");

/** The model's reading of a post as a signal; `null` where there is no model. */
export const textSignal = (post: Post, reading: Reading | null): Signal => {
  if (!ownWords(post)) return { detector: "text", ai: null, untold: "not-own-words" };
  if (!reading) return { detector: "text", ai: null, untold: "no-model" };
  if (reading.ai === null) return { detector: "text", ai: null, untold: reading.why ?? "too-short" };
  return { detector: "text", ai: reading.ai };
};
