import type { Rule } from "../vocab/rule";
import { MAX_TOMBSTONES, type Tombstone } from "../vocab/subscription";
import type { Changes } from "./difference";
import { keyOf } from "./identity";

/** How long a tombstone that an update made stands, in milliseconds: half a year. */
const LASTS = 183 * 24 * 3_600_000;

/** Most tombstones that one update leaves: a list that removes more is being rebuilt. */
const MOST_AT_ONCE = 1_000;

const capped = (tombstones: readonly Tombstone[]): Tombstone[] => {
  if (tombstones.length <= MAX_TOMBSTONES) return [...tombstones];
  const byUser = tombstones.filter(({ by }) => by === "user");
  const byList = tombstones.filter(({ by }) => by === "list").sort((a, b) => b.since - a.since);
  return [...byUser, ...byList].slice(0, MAX_TOMBSTONES);
};

/** A tombstone for a rule, or null for one so long that its key would not be kept. */
export const tombstoneFor = (rule: Rule, by: Tombstone["by"], now: number): Tombstone | null => {
  const key = keyOf(rule);
  return key.length > 8_000 ? null : { key, text: rule.text.slice(0, 2_000), since: now, by };
};

/**
 * The tombstones after an update: rules that it removed get one, rules that it brought back are marked as
 * returned, so that somebody sees them. Old ones of the list's own making go.
 */
export const buryRemoved = (
  tombstones: readonly Tombstone[],
  { removed, returned }: Pick<Changes, "removed" | "returned">,
  now: number,
): Tombstone[] => {
  const back = new Set(returned.map(keyOf));
  const kept = tombstones
    .filter(({ by, since, returned: again }) => by === "user" || again !== undefined || now - since < LASTS)
    .map((stone) =>
      back.has(stone.key) && stone.returned === undefined ? { ...stone, returned: now } : stone,
    );
  const known = new Set(kept.map(({ key }) => key));
  const fresh = removed
    .slice(0, MOST_AT_ONCE)
    .map((rule) => tombstoneFor(rule, "list", now))
    .filter((stone): stone is Tombstone => stone !== null && !known.has(stone.key));
  // What came back and went again is simply gone: nothing is left to look at.
  const gone = new Set(removed.map(keyOf));
  const settled = kept.map((stone) => {
    if (!gone.has(stone.key) || stone.returned === undefined) return stone;
    const { returned: _, ...rest } = stone;
    return rest;
  });
  return capped([...settled, ...fresh]);
};

/**
 * The tombstones that count for a copy of the list that came at `time`: an older copy, which somebody went
 * back to, knows nothing of what later updates removed. What the user switched off stays off in every copy.
 */
export const standingAt = (tombstones: readonly Tombstone[], time: number): Tombstone[] =>
  tombstones.filter(
    ({ by, since, returned }) =>
      by === "user" || since <= time || (returned !== undefined && returned <= time),
  );

/** The rules that act: those on a tombstone stay out. */
export const withoutBuried = (rules: readonly Rule[], tombstones: readonly Tombstone[]): Rule[] => {
  if (tombstones.length === 0) return [...rules];
  const dead = new Set(tombstones.map(({ key }) => key));
  return rules.filter((rule) => !dead.has(keyOf(rule)));
};
