import type { Health } from "../vocab/health";
import type { Post } from "../vocab/post";
import { ownWords, type Reading } from "./text";

/** A classifier, wherever it runs. `readings` is null where it does not work; `model` says how it is. */
export type Classify = (
  posts: readonly { text: string; lang?: string }[],
) => Promise<{ readings: Reading[] | null; model: Health }>;

/** Readings for posts, in their order; null for those that are not to be read or could not be. */
export const readingsFor = async (
  posts: readonly Post[],
  classify: Classify,
): Promise<{ readings: (Reading | null)[]; model: Health }> => {
  const asked = posts.filter((post) => ownWords(post) && post.text !== "");
  const found = await classify(
    asked.map(({ text, lang }) => (lang === undefined ? { text } : { text, lang })),
  );
  const byPost = new Map(asked.map((post, index) => [post, found.readings?.[index] ?? null]));
  const empty: Reading = { ai: null, why: "too-short" };
  return {
    readings: posts.map((post) => (post.text === "" ? empty : (byPost.get(post) ?? null))),
    model: found.model,
  };
};
