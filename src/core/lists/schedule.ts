import { DEFAULT_INTERVAL, MAX_INTERVAL, MIN_INTERVAL } from "./limits";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Longest wait after failures. A list whose host was away for weeks is still tried each day. */
const MAX_BACK_OFF = 24 * HOUR;

/** A check that lies further ahead than this was set by a clock that has been put back since. */
const BEYOND = MAX_INTERVAL + 2 * HOUR;

const within = (interval: number): number => Math.min(MAX_INTERVAL, Math.max(MIN_INTERVAL, interval));

/**
 * How long to wait between downloads, in milliseconds: the user's word, else the list's, else a day; within
 * the limits.
 * @param own milliseconds
 * @param expires hours, as a header gives them
 */
export const intervalOf = (own: number | undefined, expires: number | undefined): number =>
  within(own ?? (expires === undefined ? DEFAULT_INTERVAL : expires * HOUR));

/**
 * When to look again after a download that went well. Up to a tenth is added at random, so that the
 * followers of a list do not all come in the same minute.
 * @param random from 0 to 1
 */
export const nextAfterSuccess = (now: number, interval: number, random: number): number =>
  now + Math.round(interval * (1 + random / 10));

/** When to try again after `failures` in a row (1 or more): a quarter of an hour, doubled each time, to a day. */
export const nextAfterFailure = (now: number, failures: number, random: number): number => {
  const wait = Math.min(MAX_BACK_OFF, 15 * MINUTE * 2 ** Math.min(failures - 1, 10));
  return now + Math.round(wait * (1 + random / 4));
};

/**
 * Whether a list is to be looked at now. If the clock was put back, a date that lies far ahead, or a last
 * look that lies in the future, means nothing.
 */
export const isDue = (times: { nextCheck: number; lastChecked?: number | undefined }, now: number): boolean =>
  times.nextCheck <= now ||
  times.nextCheck > now + BEYOND ||
  (times.lastChecked !== undefined && times.lastChecked > now + HOUR);
