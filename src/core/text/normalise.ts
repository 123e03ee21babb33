import { plainForm } from "./characters";
import { unmaskLookalikes } from "./unmask";

/** Code points read of one text. The rest cannot change a score, so a hostile post costs no more than a long one. */
export const MAX_INPUT = 8192;

// Plain character classes only: \w, \s and the i flag differ between JavaScript and Python, where the model is trained.
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39|#x27);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
  "#x27": "'",
};
const MD_LINK = /\[([^\]\n]{1,120})\]\((?:https?:\/\/|www\.|\/)[^) \n]*\)/gu;
const MD_LINE = /(^|\n) {0,8}(?:[-*+>] {0,4}|#{1,6} )(?=[^ \n])/gu;
const MD_MARK = /\*\*|__|~~/g;
const PLACEHOLDER = /<(?:url|email|user)>/g;
const URL_ = /(?:[hH][tT][tT][pP][sS]?:\/\/|[wW][wW][wW]\.)[^ ]*/g;
const EMAIL = /[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g;
const BARE =
  /(?<![A-Za-z0-9@._-])(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:com|org|net|io|ai|co|ly|gov|edu|me|app|dev|xyz|gl)(?:\/[^ ]*)?(?![A-Za-z0-9-])/g;
const RETWEET = /^ *RT @[A-Za-z0-9_]{1,40}:? */;
const MENTION = /(?<![A-Za-z0-9_@.])@{1,2}[A-Za-z0-9_]{1,40}(?:[.@][A-Za-z0-9.-]{1,60})?/g;
const REDDIT_USER = /(?<![A-Za-z0-9_/])\/?u\/[A-Za-z0-9_-]{3,25}/g;
const LEADING = /^[ .,:;]+(?=[^ .])/u;
const DASHES = / *--+ */g;
const SPACE_POINT = / +([,;:!?]|\.(?!\.))(?= |$)/g;
const MANY_SPACES = / {2,}/g;

const squeeze = (text: string): string => text.replace(MANY_SPACES, " ");
const trim = (text: string): string => text.replace(/^ +/, "").replace(/(?<! ) +$/, "");

/** The first code points of a text in their plain forms; line breaks are still there. */
function plainCharacters(text: string): string {
  const start = Array.from(text.slice(0, 2 * MAX_INPUT))
    .slice(0, MAX_INPUT)
    .join("");
  const decoded = start.replace(ENTITY, (_, name: string) => ENTITIES[name] ?? "");
  const whole = Array.from(decoded)
    .filter((c) => !(c.length === 1 && c >= "\ud800" && c <= "\udfff"))
    .join("");
  return Array.from(whole.normalize("NFC"), (c) => plainForm(c.codePointAt(0) ?? 0)).join("");
}

function dropTrailingHashtags(text: string): string {
  const words = text.split(" ");
  for (
    let last = words.at(-1);
    last !== undefined && (last === "" || (last.startsWith("#") && last.length > 1));
    last = words.at(-1)
  ) {
    words.pop();
  }
  return words.join(" ");
}

function stripQuotes(text: string): string {
  for (let round = 0; round < 2; round += 1) {
    for (const quote of ['"', "'"]) {
      const wrapped = Array.from(text).length > 4 && text.startsWith(quote) && text.endsWith(quote);
      if (wrapped && !text.slice(1, -1).includes(quote)) text = trim(text.slice(1, -1));
    }
  }
  return text;
}

/** No character more than three times in a row. */
function capRepeats(text: string): string {
  const out: string[] = [];
  for (const c of text) {
    const n = out.length;
    if (n >= 3 && out[n - 1] === c && out[n - 2] === c && out[n - 3] === c) continue;
    out.push(c);
  }
  return out.join("");
}

/**
 * What the classifier reads of a post: without links, mentions, e-mail addresses, trailing hashtags, emoji, invisible
 * characters, markdown and line breaks; disguised letters undisguised; one spelling of quotes and dashes.
 * Idempotence is not promised. Never throws; lone surrogates are dropped; at most MAX_INPUT code points are read.
 */
export function normalise(text: string): string {
  let t = unmaskLookalikes(plainCharacters(text));
  t = t.replace(MD_LINK, "$1 ").replace(MD_LINE, "$1").replace(MD_MARK, "");
  t = squeeze(t.replaceAll("\n", " ")).replace(RETWEET, "").replace(PLACEHOLDER, " ");
  t = t
    .replace(URL_, " ")
    .replace(MENTION, " ")
    .replace(EMAIL, " ")
    .replace(BARE, " ")
    .replace(REDDIT_USER, " ");
  t = dropTrailingHashtags(squeeze(t)).replaceAll("#", "");
  t = trim(squeeze(t.replace(DASHES, " - ")))
    .replace(SPACE_POINT, "$1")
    .replace(LEADING, "");
  return trim(capRepeats(squeeze(stripQuotes(t))));
}
