import type { Decoder } from "../vocab/site";

/** Milliseconds that a post can have been written at: after the first such site, before the next century. */
const MIN_MS = Date.UTC(2003, 0, 1);
const MAX_MS = Date.UTC(2100, 0, 1);

const iso = (ms: bigint): string | null =>
  ms >= MIN_MS && ms < MAX_MS ? new Date(Number(ms)).toISOString() : null;

/** Of a numeric id whose upper bits are a time. */
const timeOf = (id: string, shift: bigint, unit: bigint): string | null =>
  /^\d{10,20}$/.test(id) ? iso((BigInt(id) >> shift) * unit) : null;

/** Seconds have ten digits until the year 2286, milliseconds thirteen. */
const epoch = (value: string): string | null => {
  const [whole = ""] = value.split(".");
  if (!/^\d{9,13}$/.test(whole)) return null;
  return iso(BigInt(whole) * (whole.length > 10 ? 1n : 1_000n));
};

/** An ISO time that was written without its zone. */
const utc = (value: string): string => (/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value}Z`);

const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

const bytesOf = (base64: string): number[] | null => {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of base64.replace(/=+$/, "").replace(/\+/g, "-").replace(/\//g, "_")) {
    const six = BASE64URL.indexOf(letter);
    if (six < 0) return null;
    held = ((held << 6) | six) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
};

/**
 * A LinkedIn token is base64 of the protocol buffer {1: {1: sint64}}; the number is the activity's id. It
 * stands alone or before the name of a component, as in `CgsI…-replaceableCommentTools…`.
 */
const activityOf = (value: string): string | null => {
  const [token = ""] = value.split(/-(?=[a-z]+[A-Z])/, 1);
  const [outer, length, inner, ...rest] = token.length <= 40 ? (bytesOf(token) ?? []) : [];
  if (outer !== 0x0a || inner !== 0x08 || length !== rest.length + 1) return null;
  let number = 0n;
  for (const [index, byte] of rest.entries()) {
    number |= BigInt(byte & 0x7f) << BigInt(7 * index);
    if (byte < 0x80 !== (index === rest.length - 1)) return null;
  }
  return rest.length > 0 && rest.length <= 10 && (number & 1n) === 0n ? (number >> 1n).toString() : null;
};

const SORTABLE = "234567abcdefghijklmnopqrstuvwxyz";

/** A record key of the AT protocol: 13 letters, base 32, microseconds in the upper bits (atproto.com/specs/tid). */
const tidTime = (key: string): string | null => {
  if (!/^[2-7a-j][2-7a-z]{12}$/.test(key)) return null;
  let value = 0n;
  for (const letter of key) value = value * 32n + BigInt(SORTABLE.indexOf(letter));
  return iso((value >> 10n) / 1_000n);
};

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * A date as English pages print it: "Mar 7, 2024, 7:08 PM", "January 26, 2026 at 7:50 PM", or with a
 * weekday, "10th", seconds and "GMT+02:00". Without a zone it stays without one.
 */
const englishTime = (value: string): string | null => {
  const found =
    /\b([A-Z][a-z]{2})[a-z]* (\d{1,2})(?:st|nd|rd|th)?, (\d{4})(?:,| at) (\d{1,2}):(\d\d)(?::(\d\d))?\s?([AP]M)(?: (?:GMT|UTC)([+-]\d{1,2})?(?::?(\d\d))?)?$/i.exec(
      value.slice(0, 120),
    );
  if (!found) return null;
  const [
    ,
    name = "",
    day = "",
    year = "",
    hour = "",
    minute = "",
    second = "00",
    half = "",
    zone,
    zoneMinutes,
  ] = found;
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return null;
  const two = (part: number | string): string => String(part).padStart(2, "0");
  const hours = (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  const offset = zone
    ? `${zone[0] ?? "+"}${two(zone.slice(1))}:${zoneMinutes ?? "00"}`
    : / (GMT|UTC)$/i.test(value)
      ? "Z"
      : "";
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}${offset}`;
};

const DECODERS: Record<Decoder, (value: string) => string | null> = {
  epoch,
  utc,
  "linkedin-activity": activityOf,
  // Either the id itself, or the token that holds it.
  "linkedin-time": (value) => timeOf(/^\d+$/.test(value) ? value : (activityOf(value) ?? ""), 22n, 1n),
  "mastodon-time": (value) => timeOf(value, 16n, 1n),
  "english-time": englishTime,
  "tid-time": tidTime,
  "tiktok-time": (value) => timeOf(value, 32n, 1_000n),
};

/** Read what a site's data cannot say: a value written in the site's own code. Null if it is not one. Never throws. */
export const decode = (decoder: Decoder, value: string): string | null => DECODERS[decoder](value);
