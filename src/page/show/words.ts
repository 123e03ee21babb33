import type { Action } from "../../core/vocab/action";

/** Every word that Winnow puts on a page. About the post, never about the person. */
export const WORDS = {
  show: "Show",
  foldAgain: { fold: "Shown – fold again", hide: "Shown – hide again", dim: "Shown – dim again" } as Partial<
    Record<Action, string>
  >,
  undim: "Show undimmed",
  hidden: (count: number): string => (count === 1 ? "1 hidden post – Show" : `${count} hidden posts – Show`),
  why: (short: string): string => `${short}. Why?`,
  showPost: (short: string, name: string): string =>
    name ? `Show the post by ${name}. ${short}` : `Show the post. ${short}`,
  noReason: "By your settings",
};

/** Longest name and sentence on a mark, in UTF-16 units: the rest would only push the page about. */
export const MAX_NAME = 60;
export const MAX_CAUSE = 300;
