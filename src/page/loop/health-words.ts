import type { Health } from "../../core/vocab/health";

/** What is known of how reading goes. */
export interface ReadingState {
  active: boolean;
  /** What cannot be read any more, or null. */
  broken: string | null;
  /** Why posts could not be judged, or null. */
  problem: string | null;
  hasList: boolean;
  marksRemoved: boolean;
}

const WHAT = {
  text: "the text of posts",
  author: "the authors of posts",
  id: "the links of posts",
  post: "posts",
} as const;

export const brokenWords = (site: string, what: keyof typeof WHAT): string =>
  `${site} seems to have changed: ${WHAT[what]} cannot be read any more. Posts are shown.`;

/** How reading goes, as the popup says it. */
export const healthOf = ({ active, broken, problem, hasList, marksRemoved }: ReadingState): Health => {
  if (!active) return { state: "idle" };
  if (broken !== null) return { state: "failed", message: broken };
  if (problem !== null) {
    return {
      state: "failed",
      message: `Posts could not be judged and are shown: ${problem}`.slice(0, 1_000),
    };
  }
  if (!hasList) return { state: "starting" };
  if (!marksRemoved) return { state: "ok" };
  return { state: "ok", message: "This page removes Winnow's marks. The posts concerned are shown." };
};
