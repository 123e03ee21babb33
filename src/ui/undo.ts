type Bag = Record<string, unknown>;

const isBag = (value: unknown): value is Bag =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown): boolean => {
  if (!isBag(a) || !isBag(b)) return Object.is(a, b);
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(a[key], b[key]));
};

/**
 * Take back what changed from `before` to `after`, and nothing else: what another page changed
 * since then stays. Fields that hold no object are taken back whole.
 */
export const takeBack = <T>(now: T, before: T, after: T): T => {
  if (same(before, after)) return now;
  if (!isBag(now) || !isBag(before) || !isBag(after)) return before;
  const result: Bag = { ...now };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (same(before[key], after[key])) continue;
    if (key in before) result[key] = takeBack(now[key], before[key], after[key]);
    else delete result[key];
  }
  return result as T;
};
