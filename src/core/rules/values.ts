import { plainHost, splitAddress } from "../match/address";
import { invisibleAt } from "../match/characters";
import { plainHandle } from "../match/handle";
import { bad, good, nameOf, type Read } from "./complaint";
import { nearest } from "./nearest";

const HANDLE = /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.:@-]{0,199}$/u;

/** Most handles are written plainly. */
const PLAIN_HANDLE = /^@[a-z0-9_][a-z0-9_.-]{0,100}$/i;

/** A handle in its one form. What cannot be seen in it is refused: such a rule would not do what it seems to. */
export const readHandle = (value: string): Read<string> => {
  if (PLAIN_HANDLE.test(value)) return good(plainHandle(value));
  const unseen = invisibleAt(value);
  if (unseen !== -1) {
    const char = String.fromCodePoint(value.codePointAt(unseen) ?? 0);
    return bad(
      `This handle holds a character that cannot be seen (${nameOf(char)}).`,
      "Type the handle anew, or copy it from the account's address.",
    );
  }
  const handle = plainHandle(value.replace(/^\/?u\//i, ""));
  if (HANDLE.test(handle)) return good(handle);
  if (value.includes("*"))
    return bad(
      "A handle has no * in it.",
      "A pattern can stand for many handles: from:/^name/ means those that start with name.",
    );
  return bad(
    value.includes(" ") ? "A handle has no spaces." : "This is not a handle.",
    "Such as from:@name. The name that readers see is name:.",
  );
};

/** Most hosts are written plainly. */
const PLAIN_HOST = /^[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){1,4}$/;

/** A link's host and path. */
export const readUrl = (value: string): Read<{ host: string; path: string }> => {
  if (PLAIN_HOST.test(value)) return good({ host: value, path: "" });
  if (/^\s*(?!https?:\/\/)[a-z][a-z0-9+.-]*:(?!\d)/i.test(value))
    return bad("url: looks at web addresses only.", "Such as url:example.org or url:example.org/path.");
  if (invisibleAt(value) !== -1)
    return bad("This address holds characters that cannot be seen.", "Type it anew.");
  const address = splitAddress(value.replace(/^\*\./, ""));
  if (!address)
    return bad(
      "This is not a host.",
      value.includes("*")
        ? "A host includes its subdomains; it needs no *."
        : "Such as url:example.org, which includes its subdomains, or url:example.org/path.",
    );
  return address.path.includes("*")
    ? bad("A path has no * in it.", "url:example.org/path includes all that lies below it.")
    : good(address);
};

/** A site's id or host. */
export const readSite = (value: string): Read<string> => {
  const host = plainHost(value.replace(/^https?:\/\//i, "").replace(/\/$/, ""));
  return host === null
    ? bad("site: wants a site's name or address.", "Such as site:x or site:x.com.")
    : good(host);
};

export const readLang = (value: string): Read<string> => {
  const lang = value.toLowerCase().replaceAll("_", "-");
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/.test(lang)
    ? good(lang)
    : bad("This is not a language's code.", "Such as lang:en, lang:pt-br or lang:zh.");
};

export const readTag = (value: string): Read<string> => {
  const tag = value.replace(/^[#＃]/u, "");
  return /^[\p{L}\p{N}\p{M}_\u00B7]{1,200}$/u.test(tag)
    ? good(tag)
    : bad("This is not a hashtag.", "Such as tag:ai or tag:#ai.");
};

/** One of a closed set of words. */
export const readOneOf =
  <T extends string>(field: string, known: readonly T[]) =>
  (value: string): Read<T> => {
    const lower = value.toLowerCase();
    const found = known.find((word) => word === lower);
    if (found) return good(found);
    return bad(`${field} does not know “${value.slice(0, 40)}”.`, () => {
      const near = nearest(lower, known);
      return near ? `Did you mean ${field}${near}?` : `It knows ${known.join(", ")}.`;
    });
  };

const NUMBER = /^(\d{1,9}(?:\.\d{1,6})?)(%|[a-z]*)$/i;

/** Seconds in each unit, the largest first. */
export const UNITS = [
  ["y", 31_536_000],
  ["w", 604_800],
  ["d", 86_400],
  ["h", 3_600],
  ["m", 60],
  ["s", 1],
] as const;

export const readPercent = (value: string): Read<number> => {
  const found = NUMBER.exec(value);
  const number = Number(found?.[1] ?? Number.NaN);
  return number >= 0 && number <= 100 && (found?.[2] === "" || found?.[2] === "%")
    ? good(number)
    : bad("This is not a percentage.", "Such as ai>99% or ai>99.9%.");
};

export const readCount = (value: string): Read<number> => {
  const found = NUMBER.exec(value);
  return found?.[1] !== undefined && found[2] === ""
    ? good(Number(found[1]))
    : bad("This is not a number.", "Such as copies>=5 or length>12 (words).");
};

/** Seconds; days where no unit is written. */
export const readAge = (value: string): Read<number> => {
  const found = NUMBER.exec(value);
  const unit =
    UNITS.find(([name]) => name === (found?.[2] ?? "").toLowerCase()) ??
    (found?.[2] === "" ? UNITS[2] : null);
  return found?.[1] !== undefined && unit
    ? good(Math.round(Number(found[1]) * unit[1]))
    : bad("This is not an age.", "Such as age<2h, age>7d or age>1y.");
};
