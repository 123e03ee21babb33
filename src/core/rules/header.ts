import { withoutInvisible } from "../match/characters";
import { type Header, SYNTAX } from "../vocab/rule-list";
import { parseAsks, printAsks } from "./asks";
import { bad, type Complaint, good, type Read } from "./complaint";
import { dayStart } from "./date";
import { MAX_HEADER } from "./limits";

const HEADER = /^\s*!\s*([a-z]{1,20})\s*:\s*(.*)$/isu;

const plain = (value: string): Read<string> =>
  good(
    withoutInvisible(value)
      .replace(/\p{Cc}/gu, " ")
      .trim(),
  );

const https = (value: string): Read<string> =>
  /^https:\/\/[^\s"<>\\]+$/i.test(value)
    ? good(value)
    : bad("A homepage is an address that starts with https://.");

const moment = (value: string): Read<string> => {
  const [day = "", time] = value.split(/T| (?=\d)/);
  const known =
    dayStart(day) !== null &&
    (time === undefined || /^\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$/.test(time));
  return known ? good(value) : bad("This is not a date.", "Such as 2026-11-22 or 2026-11-22T08:30Z.");
};

const HOURS: Readonly<Record<string, number>> = {
  h: 1,
  hour: 1,
  hours: 1,
  d: 24,
  day: 24,
  days: 24,
  w: 168,
  week: 168,
  weeks: 168,
};

const duration = (value: string): Read<number> => {
  const parts = /^(\d{1,4})\s*([a-z]+)$/i.exec(value);
  const unit = parts?.[2]?.toLowerCase() ?? "";
  const hours = Object.hasOwn(HOURS, unit) ? HOURS[unit] : undefined;
  return parts?.[1] !== undefined && hours !== undefined && Number(parts[1]) > 0
    ? good(Number(parts[1]) * hours)
    : bad("This is not a length of time.", "Such as 12 hours, 1 day or 2 weeks.");
};

const syntax = (value: string): Read<number> =>
  /^[1-9]\d{0,3}$/.test(value)
    ? good(Number(value))
    : bad("This is not a version.", `Such as syntax: ${SYNTAX}.`);

type Key = Exclude<keyof Header, "asks">;

const READ: Readonly<Record<Key, (value: string) => Read<string | number>>> = {
  title: plain,
  description: plain,
  homepage: https,
  license: plain,
  author: plain,
  updated: moment,
  expires: duration,
  syntax,
  key: plain,
  signature: plain,
};

export const HEADER_KEYS = [...(Object.keys(READ) as Key[]), "asks"] as const;

/**
 * Take in a line that starts with `!`, if it is a header: above the first rule, or the signature, which
 * may stand last. What is wrong with it is given back; the line then is a comment.
 */
export const readHeader = (header: Header, line: string, above: boolean): Complaint | null => {
  const parts = HEADER.exec(line.slice(0, MAX_HEADER * 2));
  const key = HEADER_KEYS.find((known) => known === parts?.[1]?.toLowerCase());
  if (!parts || key === undefined || (!above && key !== "signature")) return null;
  const from = line.search(/\S/u);
  const complain = (message: string, hint?: Complaint["hint"]): Complaint => ({
    from,
    to: line.trimEnd().length,
    message,
    hint,
  });
  const value = (parts[2] ?? "").trim();
  if (value === "") return complain(`${key}: has no value.`);
  if (value.length > MAX_HEADER) return complain(`This is longer than ${MAX_HEADER} characters.`);
  if (header[key] !== undefined) return complain(`${key}: stands here twice; the first one counts.`);
  if (key === "asks") {
    const { grant, unknown } = parseAsks(value);
    header.asks = grant;
    return unknown.length === 0
      ? null
      : complain(
          `asks: does not know “${(unknown[0] ?? "").slice(0, 40)}”.`,
          "It knows label, dim, fold, hide, regex, ai, exempt and site:NAME.",
        );
  }
  const read = READ[key](value);
  if (!read.ok) return complain(read.message, read.hint);
  Object.assign(header, { [key]: read.value });
  return key === "syntax" && Number(read.value) > SYNTAX
    ? complain("This list is written for a newer Winnow.", "Lines that this one does not know are left out.")
    : null;
};

const hours = (n: number): string =>
  n % 24 === 0 ? `${n / 24} ${n === 24 ? "day" : "days"}` : `${n} ${n === 1 ? "hour" : "hours"}`;

/** Header lines in their usual order; no line for what is not said. The signature is left to who signs. */
export const printHeader = (header: Header): string[] =>
  HEADER_KEYS.flatMap((key) => {
    if (key === "asks") return header.asks ? [`! asks: ${printAsks(header.asks)}`] : [];
    if (key === "expires") return header.expires === undefined ? [] : [`! expires: ${hours(header.expires)}`];
    const value = header[key];
    return value === undefined ? [] : [`! ${key}: ${String(value).replace(/\s+/gu, " ").trim()}`];
  });
