import { MARKS } from "../vocab/post";
import type { Condition } from "../vocab/rule";
import { nearest } from "./nearest";
import type { Token } from "./scan";

export type Understood = { ok: true; condition: Condition } | { ok: false; message: string; hint?: string };

const HANDLE = /^@?[\p{L}\p{N}_.:@-]{1,200}$/u;
const SITE = /^[\p{L}\p{N}.-]{1,253}$/u;
const PERCENT = /^(\d{1,3}(?:\.\d{1,6})?)%?$/;

const refuse = (message: string, hint?: string): Understood =>
  hint === undefined ? { ok: false, message } : { ok: false, message, hint };

/** What a field's value means, one entry a field. Later fields are added here and nowhere else. */
const FIELDS: Readonly<
  Record<string, { operators: readonly string[]; read: (value: string) => Understood }>
> = {
  from: {
    operators: [":"],
    read: (value) =>
      HANDLE.test(value)
        ? { ok: true, condition: { kind: "from", handle: value.replace(/^@/, "").toLowerCase() } }
        : refuse("from: wants a handle.", "Such as from:@name."),
  },
  site: {
    operators: [":"],
    read: (value) =>
      SITE.test(value)
        ? { ok: true, condition: { kind: "site", site: value.toLowerCase() } }
        : refuse("site: wants a site's name or address.", "Such as site:x.com."),
  },
  is: {
    operators: [":"],
    read: (value) => {
      const mark = value.toLowerCase();
      if ((MARKS as readonly string[]).includes(mark)) return { ok: true, condition: { kind: "is", mark } };
      const near = nearest(mark, MARKS);
      return refuse(
        `is: does not know “${value}”.`,
        near ? `Did you mean is:${near}?` : `It knows ${MARKS.join(", ")}.`,
      );
    },
  },
  ai: {
    operators: [">"],
    read: (value) => {
      const number = PERCENT.exec(value)?.[1];
      const above = number === undefined ? Number.NaN : Number(number);
      return above >= 0 && above < 100
        ? { ok: true, condition: { kind: "ai", above } }
        : refuse("ai> wants a percentage below 100.", "Such as ai>99%.");
    },
  },
};

/** Fields of the language that this version does not know yet are named so, not called a typing error. */
const LATER = new Set([
  "name",
  "mentions",
  "text",
  "alt",
  "url",
  "tag",
  "in",
  "lang",
  "has",
  "author-ai",
  "copies",
  "length",
  "age",
]);

/** Marks of the language that would be read as plain words here, and do the opposite of what was meant. */
const laterMark = ({ value, quoted }: Token): string | undefined => {
  if (quoted) return undefined;
  if (value === "OR") return "OR";
  if (/^[()]|[()]$/u.test(value)) return "( and )";
  return /^\/.+\/[a-z]*$/u.test(value) ? "/regular expressions/" : undefined;
};

/** Understand one token. A token without a field is a word or a phrase. */
export const understand = (token: Token): Understood => {
  if (!token.field) {
    const later = laterMark(token);
    if (later)
      return refuse(
        `This version of Winnow does not know ${later} yet.`,
        `To look for it as text, write "${token.value}".`,
      );
    return token.value.trim() === ""
      ? refuse("This phrase is empty.")
      : { ok: true, condition: { kind: "phrase", phrase: token.value } };
  }
  const { name, operator } = token.field;
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (!field) {
    if (LATER.has(name)) return refuse(`This version of Winnow does not know ${name}${operator} yet.`);
    const near = nearest(name, Object.keys(FIELDS));
    return refuse(
      `There is no field ${name}${operator}`,
      near
        ? `Did you mean ${near}${FIELDS[near]?.operators[0] ?? ":"}?`
        : `To look for these words, write them in quotes: "${name}${operator}${token.value}".`,
    );
  }
  if (!field.operators.includes(operator)) {
    return refuse(
      `${name} is written with ${field.operators.join(" or ")}`,
      `Write ${name}${field.operators[0]}${token.value}.`,
    );
  }
  if (token.value === "") return refuse(`${name}${operator} has no value.`);
  return field.read(token.value);
};
