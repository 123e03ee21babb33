import { printAsks } from "../rules/asks";
import type { Rule } from "../vocab/rule";
import type { Header, ParsedList } from "../vocab/rule-list";
import type { Difference, Tombstone } from "../vocab/subscription";
import { keyOf } from "./identity";

/** Most lines of one kind that a stored difference holds. */
export const MAX_SHOWN = 500;

const shown = (rule: Rule): { line: number; text: string } => ({
  line: rule.line,
  text: rule.text.slice(0, 2_000),
});

const headerValue = (value: Header[keyof Header]): string =>
  (value === undefined ? "" : typeof value === "object" ? printAsks(value) : String(value)).slice(0, 2_000);

/** Fields whose change says nothing by itself. */
const QUIET: readonly string[] = ["signature"];

const headerChanges = (before: Header, after: Header): Difference["header"] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !QUIET.includes(field))
    .map((field) => ({
      field,
      from: headerValue(before[field as keyof Header]),
      to: headerValue(after[field as keyof Header]),
    }))
    .filter(({ from, to }) => from !== to);

const byKey = (rules: readonly Rule[]): Map<string, Rule> =>
  new Map(rules.map((rule) => [keyOf(rule), rule]));

/** What an update does, rule by rule; the order of rules does not count. */
export interface Changes {
  added: Rule[];
  removed: Rule[];
  noted: { before: Rule; after: Rule }[];
  /** Rules of `added` that are on a tombstone. */
  returned: Rule[];
}

export const changesOf = (
  before: readonly Rule[],
  after: readonly Rule[],
  tombstones: readonly Pick<Tombstone, "key">[] = [],
): Changes => {
  const old = byKey(before);
  const now = byKey(after);
  const dead = new Set(tombstones.map(({ key }) => key));
  const changes: Changes = { added: [], removed: [], noted: [], returned: [] };
  for (const [key, rule] of now) {
    const earlier = old.get(key);
    if (!earlier) {
      changes.added.push(rule);
      if (dead.has(key)) changes.returned.push(rule);
    } else if (JSON.stringify(earlier.note ?? {}) !== JSON.stringify(rule.note ?? {}))
      changes.noted.push({ before: earlier, after: rule });
  }
  for (const [key, rule] of old) if (!now.has(key)) changes.removed.push(rule);
  return changes;
};

/** What two copies are compared by. */
export type Side = Pick<ParsedList, "header" | "rules">;

/** The same for people: lines of both copies, cut where there are too many, and counts that are whole. */
export const differenceOf = (
  before: Side,
  after: Side,
  changes: Changes = changesOf(before.rules, after.rules),
): Difference => {
  const { added, removed, noted, returned } = changes;
  return {
    added: added.slice(0, MAX_SHOWN).map(shown),
    removed: removed.slice(0, MAX_SHOWN).map(shown),
    noted: noted.slice(0, MAX_SHOWN).map(({ before: from, after: to }) => ({
      line: to.line,
      from: from.text.slice(0, 2_000),
      to: to.text.slice(0, 2_000),
    })),
    header: headerChanges(before.header, after.header),
    returned: returned.slice(0, MAX_SHOWN).map(({ text }) => text.slice(0, 2_000)),
    counts: {
      before: before.rules.length,
      after: after.rules.length,
      added: added.length,
      removed: removed.length,
      noted: noted.length,
    },
  };
};
