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

type RuleCause = Extract<Cause, { kind: "rule" }>;

/** Whose rule it is, and where it stands. */
const ruleName = ({ own, name, list, line }: RuleCause): string =>
  own ? `Your rule on line ${line}` : `List “${name ?? list}”, line ${line}`;

const GUARDED: Readonly<Record<Extract<Cause, { kind: "guard" }>["who"], string>> = {
  mine: "Your own post",
  following: "You follow this account",
  "talked-with": "You have talked with this account",
};

const ruleSentence = (cause: RuleCause): string => {
  const reason = cause.reason === undefined ? "" : ` Its author says why: ${cause.reason}`;
  const held =
    cause.asked === undefined
      ? ""
      : cause.limit === "quorum"
        ? ` It asks to ${cause.asked}; your lists agree on ${cause.action} only.`
        : ` It asks to ${cause.asked}; you let this list ${cause.action} at most.`;
  return `${ruleName(cause)}: ${cause.text}${reason}${held}`;
};

const UNDONE: Readonly<Record<NonNullable<Cause["undone"]>, string>> = {
  "own-keep": "Not acted on: a rule of yours keeps this post.",
  "list-keep": "Not acted on: a list keeps this post.",
  guard: "Not acted on: lists and detectors leave people alone whom you follow or talk with.",
  quorum: "Not acted on: too few of your lists agree.",
};

const shortOf = (cause: Cause): string => {
  switch (cause.kind) {
    case "rule":
      return ruleName(cause);
    case "text":
      return "Reads as machine-written";
    case "declared":
      return cause.what === "automated" ? "Automated account" : "Declared as made with AI";
    case "guard":
      return GUARDED[cause.who];
  }
};

const sentenceOf = (cause: Cause): string => {
  switch (cause.kind) {
    case "rule":
      return ruleSentence(cause);
    case "guard":
      return `${GUARDED[cause.who]}: lists and detectors leave it alone.`;
    case "text":
      return `More machine-like than ${percent(cause.ai)} of human posts of its length and language. You allow at most 1 human post in ${group(cause.budget)} to be taken for a machine's.`;
    case "declared":
      return cause.what === "automated"
        ? "The site shows this account as automated."
        : "The site labels this post as made with AI.";
  }
};

/** Rules say what the user wants, declared facts come next, a guess last. */
const RANK: Readonly<Record<Cause["kind"], number>> = { rule: 0, guard: 1, declared: 2, text: 3 };

const decided = (cause: Cause, action: Action): boolean => cause.action === action && !cause.undone;

const decisive = (action: Action) => (a: Cause, b: Cause) =>
  Number(decided(b, action)) - Number(decided(a, action)) || RANK[a.kind] - RANK[b.kind];

const whole = (cause: Cause): string =>
  cause.undone ? `${sentenceOf(cause)} ${UNDONE[cause.undone]}` : sentenceOf(cause);

/** Why a post was acted on, in plain words about the post. */
export const explain = ({ action, causes }: Pick<Verdict, "action" | "causes">): Explanation => {
  const sorted = [...causes].sort(decisive(action));
  const [first] = sorted;
  return { short: first ? shortOf(first) : "", causes: sorted.map(whole) };
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
