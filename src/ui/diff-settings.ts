import type { Settings } from "../core/settings/schema";
import { ACTION_TITLES } from "./components/actions";
import { budgetWords } from "./components/strictness";
import { count, listed } from "./words";

/** One line of a preview: what would change, and how. */
export interface Difference {
  what: string;
  how: string;
}

const onOff = (on: boolean | undefined): string => (on ? "on" : "off");

const linesOf = (text: string): Map<string, number> => {
  const lines = new Map<string, number>();
  for (const line of text.split("\n")) if (line.trim()) lines.set(line, (lines.get(line) ?? 0) + 1);
  return lines;
};

/** How many lines of `a` are not in `b`. */
const missing = (a: Map<string, number>, b: Map<string, number>): number =>
  [...a].reduce((sum, [line, times]) => sum + Math.max(0, times - (b.get(line) ?? 0)), 0);

const ruleDifference = (before: string, after: string): Difference[] => {
  if (before === after) return [];
  const [old, young] = [linesOf(before), linesOf(after)];
  const [added, removed] = [missing(young, old), missing(old, young)];
  const words = listed([
    ...(added ? [`${count(added, "line")} added`] : []),
    ...(removed ? [`${count(removed, "line")} removed`] : []),
  ]);
  return [{ what: "My rules", how: words || "the same lines in another order or spacing" }];
};

/** What a person would see change if `after` took the place of `before`. */
export const diffSettings = (
  before: Settings,
  after: Settings,
  siteName: (id: string) => string,
): Difference[] => {
  const differences: Difference[] = [];
  const add = (what: string, from: string, to: string) => {
    if (from !== to) differences.push({ what, how: `${from} → ${to}` });
  };
  for (const id of new Set([...Object.keys(before.sites), ...Object.keys(after.sites)])) {
    add(siteName(id), onOff(before.sites[id]), onOff(after.sites[id]));
  }
  add("Strictness", budgetWords(before.policy.strictness), budgetWords(after.policy.strictness));
  add("Flagged posts", ACTION_TITLES[before.policy.flagged], ACTION_TITLES[after.policy.flagged]);
  add("Declared posts", ACTION_TITLES[before.policy.declared], ACTION_TITLES[after.policy.declared]);
  add("The text model", onOff(before.detectors.text), onOff(after.detectors.text));
  add("What the site declares", onOff(before.detectors.declared), onOff(after.detectors.declared));
  return [...differences, ...ruleDifference(before.rules, after.rules)];
};
