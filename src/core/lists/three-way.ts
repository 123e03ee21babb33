import { diffLines, type Hunk } from "./diff";

interface Region {
  from: number;
  to: number;
}

const regionOf = ({ at, removed }: Hunk): Region => ({ from: at, to: at + removed.length });

/** Stretches of the common ancestor that one side or both changed; those that touch are one. */
const regions = (a: readonly Hunk[], b: readonly Hunk[]): Region[] => {
  const all = [...a, ...b].map(regionOf).sort((x, y) => x.from - y.from || x.to - y.to);
  const joined: Region[] = [];
  for (const region of all) {
    const last = joined[joined.length - 1];
    if (last && region.from <= last.to) last.to = Math.max(last.to, region.to);
    else joined.push({ ...region });
  }
  return joined;
};

/** What a side made of a stretch. */
const versionOf = (base: readonly string[], hunks: readonly Hunk[], { from, to }: Region): string[] => {
  const lines: string[] = [];
  let at = from;
  for (const hunk of hunks) {
    if (hunk.at < from || hunk.at + hunk.removed.length > to) continue;
    for (; at < hunk.at; at += 1) lines.push(base[at]!);
    for (const line of hunk.added) lines.push(line);
    at = hunk.at + hunk.removed.length;
  }
  for (; at < to; at += 1) lines.push(base[at]!);
  return lines;
};

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, at) => line === b[at]);

/** Both sides changed a stretch: what either wrote stays, what either took away goes. */
const both = (base: readonly string[], a: readonly string[], b: readonly string[]): string[] => {
  const old = new Set(base);
  const [inA, inB] = [new Set(a), new Set(b)];
  const kept = a.filter((line) => !old.has(line) || inB.has(line));
  return [...kept, ...b.filter((line) => !old.has(line) && !inA.has(line))];
};

/**
 * Two descendants of one text, brought together line by line. What only one side changed is taken from it;
 * where both changed the same place, the lines that either wrote are kept, first `a`'s, then `b`'s.
 * @returns the lines, and whether both sides had changed the same place
 */
export const mergeLines = (
  base: readonly string[],
  a: readonly string[],
  b: readonly string[],
): { lines: string[]; conflict: boolean } => {
  const [ofA, ofB] = [diffLines(base, a), diffLines(base, b)];
  const lines: string[] = [];
  let conflict = false;
  let at = 0;
  for (const region of regions(ofA, ofB)) {
    for (; at < region.from; at += 1) lines.push(base[at]!);
    const old = base.slice(region.from, region.to);
    const [fromA, fromB] = [versionOf(base, ofA, region), versionOf(base, ofB, region)];
    if (same(fromA, old) || same(fromA, fromB)) lines.push(...fromB);
    else if (same(fromB, old)) lines.push(...fromA);
    else {
      conflict = true;
      lines.push(...both(old, fromA, fromB));
    }
    at = region.to;
  }
  for (; at < base.length; at += 1) lines.push(base[at]!);
  return { lines, conflict };
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two plain values say the same; the order of fields does not count. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
    );
  }
  return JSON.stringify(a) === JSON.stringify(b);
};

/**
 * Two descendants of one plain value, brought together field by field. Where both sides changed a field,
 * `a` stands and the field is named. A field that one side took away and the other changed is kept.
 */
export const mergeValues = <T>(base: T, a: T, b: T, note: (path: string) => void, path = ""): T => {
  const [old, left, right]: unknown[] = [base, a, b];
  if (sameValue(left, right) || sameValue(right, old)) return a;
  if (sameValue(left, old)) return b;
  if (isObject(left) && isObject(right)) {
    const ancestor = isObject(old) ? old : {};
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    const merged = keys.flatMap((key): [string, unknown][] => {
      const value = mergeValues(
        own(ancestor, key),
        own(left, key),
        own(right, key),
        note,
        path ? `${path}.${key}` : key,
      );
      return value === undefined ? [] : [[key, value]];
    });
    return Object.fromEntries(merged) as T;
  }
  note(path);
  return left === undefined ? b : a;
};

const own = (value: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(value, key) ? value[key] : undefined;
