const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The start of an ISO day (UTC) in ms, or null for what is no date, such as 2026-02-30. */
export const dayStart = (text: string): number | null => {
  const parts = DATE.exec(text);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const ms = Date.UTC(year, month - 1, day);
  return new Date(ms).toISOString().startsWith(text) ? ms : null;
};

/** Whether a rule's last day is over at `now` (ms). */
export const isOver = (until: string | undefined, now: number): boolean => {
  const start = until === undefined ? null : dayStart(until);
  return start !== null && now >= start + DAY_MS;
};
