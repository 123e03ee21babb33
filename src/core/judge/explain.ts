import type { Action } from "../vocab/action";
import type { Signal } from "../vocab/signal";
import type { Cause, Verdict } from "../vocab/verdict";

export interface Explanation {
  /** A few words, for a mark or a folded line. */
  short: string;
  /** A sentence for each cause, the one that decided first. */
  causes: string[];
}

/** A percentile in words that never round up: 99.97 is not 100, and nothing is more machine-like than all. */
export const percent = (percentile: number): string => {
  const ai = Math.min(percentile, 99.99);
  const places = ai < 99 ? 0 : ai < 99.9 ? 1 : 2;
  const scale = 10 ** places;
  return `${(Math.floor(ai * scale + 1e-9) / scale).toString()} %`;
};

const group = (n: number): string => n.toLocaleString("en");

const shortOf = (cause: Cause): string => {
  switch (cause.kind) {
    case "rule":
      return `Your rule on line ${cause.line}`;
    case "text":
      return "Reads as machine-written";
    case "declared":
      return cause.what === "automated" ? "Automated account" : "Declared as made with AI";
  }
};

const sentenceOf = (cause: Cause): string => {
  switch (cause.kind) {
    case "rule":
      return `Your rule on line ${cause.line}: ${cause.text}`;
    case "text":
      return `More machine-like than ${percent(cause.ai)} of human posts of its length and language. You allow at most 1 human post in ${group(cause.budget)} to be taken for a machine's.`;
    case "declared":
      return cause.what === "automated"
        ? "The site shows this account as automated."
        : "The site labels this post as made with AI.";
  }
};

/** Rules say what the user wants, declared facts come next, a guess last. */
const RANK: Readonly<Record<Cause["kind"], number>> = { rule: 0, declared: 1, text: 2 };

const decisive = (action: Action) => (a: Cause, b: Cause) =>
  Number(b.action === action) - Number(a.action === action) || RANK[a.kind] - RANK[b.kind];

/** Why a post was acted on, in plain words about the post. */
export const explain = ({ action, causes }: Pick<Verdict, "action" | "causes">): Explanation => {
  const sorted = [...causes].sort(decisive(action));
  const [first] = sorted;
  return { short: first ? shortOf(first) : "", causes: sorted.map(sentenceOf) };
};

/** What the model can say of a post, or why it says nothing; for pages that show a reading by itself. */
export const readingInWords = (signals: readonly Signal[]): string => {
  const text = signals.find((signal) => signal.detector === "text");
  if (text?.detector !== "text") return "Not measured.";
  if (text.ai !== null)
    return `More machine-like than ${percent(text.ai)} of human posts of its length and language.`;
  switch (text.untold) {
    case "too-short":
      return "Too short to tell.";
    case "language":
      return "Its language is not covered.";
    case "not-own-words":
      return "Translated by the site: these are not the author's own words.";
    default:
      return "The model does not work at the moment.";
  }
};
