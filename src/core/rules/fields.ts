import { fold } from "../match/fold";
import { MARKS } from "../vocab/post";
import {
  COMPARISONS,
  type Condition,
  PARTS,
  REGEX_PLACES,
  type RegexPlace,
  type WORD_PLACES,
} from "../vocab/rule";
import { SURFACES } from "../vocab/surface";
import { bad, good, type Read } from "./complaint";
import { nearest } from "./nearest";
import type { Operator } from "./scan";
import {
  readAge,
  readCount,
  readHandle,
  readLang,
  readOneOf,
  readPercent,
  readSite,
  readTag,
  readUrl,
} from "./values";

export interface Field {
  operators: readonly Operator[];
  /** A value that works, for hints. */
  example: string;
  read: (value: string, operator: Operator) => Read<Condition>;
}

const map = <T>(read: Read<T>, to: (value: T) => Condition): Read<Condition> =>
  read.ok ? good(to(read.value)) : read;

const word = (example: string, read: (value: string) => Read<Condition>): Field => ({
  operators: [":"],
  example,
  read,
});

const readIs = readOneOf("is:", MARKS);
const readIn = readOneOf("in:", SURFACES);
const readHas = readOneOf("has:", PARTS);

const measure = (
  name: Extract<Condition, { kind: "measure" }>["measure"],
  operators: readonly Operator[],
  example: string,
  read: (value: string) => Read<number>,
): [string, Field] => [
  name,
  {
    operators,
    example,
    read: (text, operator) =>
      map(read(text), (value) => ({
        kind: "measure",
        measure: name,
        comparison: COMPARISONS.find((known) => known === operator) ?? ">",
        value,
      })),
  },
];

/** Words that must not be empty. */
export const readWords = (value: string, place: (typeof WORD_PLACES)[number]): Read<Condition> =>
  fold(value) === ""
    ? bad("There is nothing to look for here.", "Write a word or a phrase.")
    : good({ kind: "words", place, phrase: value });

/** Every field of the language: one entry a field, and nowhere else. */
export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ["from", word("@name", (v) => map(readHandle(v), (handle) => ({ kind: "from", handle })))],
  ["name", word('"Display Name"', (v) => readWords(v, "name"))],
  ["mentions", word("@name", (v) => map(readHandle(v), (handle) => ({ kind: "mentions", handle })))],
  ["text", word('"a phrase"', (v) => readWords(v, "text"))],
  ["alt", word('"a phrase"', (v) => readWords(v, "alt"))],
  ["url", word("example.org", (v) => map(readUrl(v), (address) => ({ kind: "url", ...address })))],
  ["tag", word("ai", (v) => map(readTag(v), (tag) => ({ kind: "tag", tag })))],
  ["site", word("x.com", (v) => map(readSite(v), (site) => ({ kind: "site", site })))],
  ["in", word("thread", (v) => map(readIn(v), (surface) => ({ kind: "in", surface })))],
  ["lang", word("en", (v) => map(readLang(v), (lang) => ({ kind: "lang", lang })))],
  ["is", word("reply", (v) => map(readIs(v), (mark) => ({ kind: "is", mark })))],
  ["has", word("image", (v) => map(readHas(v), (part) => ({ kind: "has", part })))],
  measure("ai", [">", ">=", "<", "<="], "99%", readPercent),
  measure("author-ai", [">", ">=", "<", "<="], "90%", readPercent),
  measure("copies", [">=", ">", "<", "<="], "5", readCount),
  measure("length", [">", ">=", "<", "<="], "12", readCount),
  measure("age", ["<", "<=", ">", ">="], "2h", readAge),
]);

/** Words from elsewhere for what a field here is called. */
const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ["author", "from"],
  ["user", "from"],
  ["by", "from"],
  ["handle", "from"],
  ["to", "mentions"],
  ["host", "url"],
  ["domain", "url"],
  ["link", "url"],
  ["hashtag", "tag"],
  ["language", "lang"],
  ["on", "site"],
  ["words", "length"],
  ["filter", "is"],
]);

/** The field of that name used with that operator, or what is wrong with it. `value` is what stands behind it. */
export const fieldOf = (name: string, operator: Operator, value: string): Read<Field> => {
  const field = FIELDS.get(name);
  if (field) {
    return field.operators.includes(operator)
      ? good(field)
      : bad(
          `${name} is written with ${field.operators.join(" or ")}`,
          `Write ${name}${field.operators[0]}${value.slice(0, 80) || field.example}.`,
        );
  }
  return bad(`There is no field ${name}${operator}`, () => {
    if (name === "http" || name === "https") {
      return `To look for a link, write url:${value.replace(/^\/+/, "").slice(0, 80)}`;
    }
    const near = ELSEWHERE.get(name) ?? nearest(name, [...FIELDS.keys()]);
    return near
      ? `Did you mean ${near}${FIELDS.get(near)?.operators[0] ?? ":"}?`
      : `To look for these words, write them in quotes: "${name}${operator}${value.slice(0, 80)}".`;
  });
};

/** Where a pattern behind this field looks; null where the field takes none. */
export const regexPlaceOf = (name: string): RegexPlace | null =>
  REGEX_PLACES.find((place) => place === name && place !== "post") ?? null;
