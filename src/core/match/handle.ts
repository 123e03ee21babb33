import { isAscii, withoutInvisible } from "./characters";

/**
 * A handle in its one form: without `@` and invisible characters, one width, lower case. Look-alike
 * letters stay: `раypal` with Cyrillic letters is another account than `paypal`.
 */
export const plainHandle = (handle: string): string => {
  const bare = handle.startsWith("@") ? handle.slice(1) : handle;
  return isAscii(bare)
    ? bare.toLowerCase()
    : withoutInvisible(bare.normalize("NFKC")).replace(/^@/, "").toLowerCase().normalize("NFKC");
};

/** A handle that stands in a text: `@name`, `@name.example.org`, `@name@example.org`. */
const MENTION =
  /(?<![\p{L}\p{N}_@/])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])?)/gu;

/** Handles that a text mentions, in their one form. */
export const mentionsIn = (text: string): string[] =>
  text.includes("@")
    ? Array.from(withoutInvisible(text).matchAll(MENTION), ([, name]) => plainHandle(name ?? ""))
    : [];

const TAG = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}\p{M}_\u00B7\u200C]+)/gu;

/** Hashtags of a text, without `#`, as written. */
export const tagsIn = (text: string): string[] =>
  /[#＃]/u.test(text) ? Array.from(text.matchAll(TAG), ([, tag]) => tag ?? "") : [];
