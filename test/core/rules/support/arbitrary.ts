import fc from "fast-check";

import { fold } from "../../../../src/core/match/fold";
import { ACTIONS } from "../../../../src/core/vocab/action";
import { MARKS } from "../../../../src/core/vocab/post";
import {
  COMPARISONS,
  type Condition,
  MEASURES,
  type Note,
  PARTS,
  type Query,
  REGEX_PLACES,
  type Rule,
  WORD_PLACES,
} from "../../../../src/core/vocab/rule";
import { SURFACES } from "../../../../src/core/vocab/surface";

const phrase = fc
  .oneof(
    fc.constantFrom(
      "delve",
      "link in bio",
      "OR",
      "AND",
      "-",
      "a;b",
      "a ; b",
      "(x",
      "x)",
      '"',
      "\\",
      "é",
      "人工",
      "👍🏽",
      "from:@a",
      "/a/",
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: "binary", maxLength: 12 }),
  )
  .filter((text) => fold(text) !== "" && !/[\r\n]/.test(text));

const handle = fc.stringMatching(/^[a-z0-9_][a-z0-9_.-]{0,20}$/).filter((name) => !/^u$/.test(name));
const host = fc.stringMatching(/^[a-z0-9]{1,8}(\.[a-z0-9]{1,8}){1,3}$/);
const path = fc.constantFrom("", "/a", "/a/b", "/wiki/Foo_(bar)", "/@name", "/a;b");
const regex = fc
  .constantFrom(
    "\\bdelve\\b",
    "a/b",
    "[/]x",
    "a\\\\/b",
    "^(?:foo|bar)+$",
    "\\d{2,3}",
    "a b ; c",
    "[^\\]]",
    "é",
    'x"y',
  )
  .map((pattern) => pattern);
const flags = fc.constantFrom("", "i", "m", "s", "im", "ims");

export const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant("words" as const), place: fc.constantFrom(...WORD_PLACES), phrase }),
  fc.record({
    kind: fc.constant("regex" as const),
    place: fc.constantFrom(...REGEX_PLACES),
    pattern: regex,
    flags,
  }),
  fc.record({ kind: fc.constantFrom("from" as const, "mentions" as const), handle }),
  fc.record({ kind: fc.constant("tag" as const), tag: fc.stringMatching(/^[a-zA-Z0-9_]{1,10}$/) }),
  fc.record({ kind: fc.constant("url" as const), host, path }),
  fc.record({ kind: fc.constant("site" as const), site: host }),
  fc.record({ kind: fc.constant("in" as const), surface: fc.constantFrom(...SURFACES) }),
  fc.record({ kind: fc.constant("lang" as const), lang: fc.constantFrom("en", "pt-br", "zh-hant-tw") }),
  fc.record({ kind: fc.constant("is" as const), mark: fc.constantFrom(...MARKS) }),
  fc.record({ kind: fc.constant("has" as const), part: fc.constantFrom(...PARTS) }),
  fc.record({
    kind: fc.constant("measure" as const),
    measure: fc.constantFrom(...MEASURES),
    comparison: fc.constantFrom(...COMPARISONS),
    value: fc.integer({ min: 0, max: 100 }),
  }),
);

const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    condition,
    fc.record({
      kind: fc.constantFrom("all" as const, "any" as const),
      queries: fc.array(tie("query"), { minLength: 2, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant("not" as const), query: tie("query") }),
  ),
}));

const said = fc
  .stringMatching(/^[A-Za-zé0-9"()/:!,.-]{1,10}( [A-Za-zé0-9"();/:!,.-]{1,10}){0,3}$/)
  .filter((text) => !/ ;/.test(text) && !/^(reason|seen|until):/i.test(text));
const date = fc.constantFrom("2026-11-02", "2027-02-28", "1999-12-31");

const note: fc.Arbitrary<Note> = fc
  .record({ reason: said, seen: date, until: date, text: said }, { requiredKeys: [] })
  .filter((made) => Object.keys(made).length > 0);

export const anyQuery = query;

export const anyRule: fc.Arbitrary<Pick<Rule, "action" | "query" | "note">> = fc
  .record({ action: fc.constantFrom(...ACTIONS), query, note: fc.option(note, { nil: undefined }) })
  .map(({ action, query: asked, note: said }) => ({ action, query: asked, ...(said && { note: said }) }));

/** Pieces of lines, good and bad. */
export const pieces = fc.constantFrom(
  "label:",
  "fold:",
  "hide:",
  "keep:",
  "include:",
  "! title: x",
  "! asks: regex",
  " ",
  "\n",
  "\r",
  "\t",
  '"',
  "“",
  "”",
  "\\",
  "-",
  "--",
  "from:",
  "@a",
  "ai>",
  "99%",
  ";",
  " ; reason: ",
  " ; until: 2026-01-01",
  "!",
  " OR ",
  "AND",
  "(",
  ")",
  "/x/",
  "/x",
  "/(?=a)/i",
  "é",
  "\u202E",
  "\uD800",
  "\u0000",
  "\u200B",
  "constructor:",
  "__proto__:",
  "length>",
  "age<2h",
  "is:",
  "reply",
  "url:",
  "https://a.b/c",
  "name:(",
  "人工",
  "👍",
);
