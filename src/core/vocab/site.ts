import * as v from "valibot";

import { bounded } from "./limits";
import { MarkSchema, MEDIA_KINDS } from "./post";
import { SURFACES } from "./surface";

/** Version of the site language itself. A site file of a newer format needs a newer Winnow. */
export const SITE_FORMAT = 1;

/** A CSS selector. The engine that runs it drops one that it cannot parse. */
const SelectorSchema = v.pipe(
  bounded(500),
  v.check((text) => text.trim() !== "" && !/[{}<;]/.test(text), "this is not a CSS selector"),
);

/** See core/sites/pattern: literals, `*`, `**` at an end, and one capture of a run such as `{digits}` or `{any}`. */
const PatternSchema = v.pipe(bounded(300), v.minLength(1));

const AttributeSchema = v.pipe(
  bounded(60),
  v.regex(/^[a-z][a-z0-9_:.-]*$/i, "this is not an attribute's name"),
);

/**
 * What only code can read. `letters`: the letters that a site shows of a scrambled word, sorted, decoys
 * left out. `labelled`: the text of the elements that this one is labelled by or drawn from, elsewhere
 * on the page.
 */
export const READERS = ["letters", "labelled"] as const;

export type ReaderName = (typeof READERS)[number];

/**
 * Which elements. Read top down: start at the post (or at its nearest ancestor `closest`, and from
 * there at the sibling right after, if it fits `next`), take the descendants that match `select`, drop
 * those that fail a condition, climb to `up`, take number `at`.
 * What stands inside a quote is never seen from outside of it.
 */
const locator = {
  closest: v.optional(SelectorSchema),
  next: v.optional(SelectorSchema),
  select: v.optional(SelectorSchema),
  /** Keep those that contain a match. */
  has: v.optional(SelectorSchema),
  /** Drop those that contain a match. */
  hasNot: v.optional(SelectorSchema),
  /** Drop those inside (or being) a match that is itself inside the post. */
  outside: v.optional(SelectorSchema),
  /** Keep those whose attribute (or what `read` reads, or else text) fits one of the patterns. */
  where: v.optional(
    v.strictObject({
      attr: v.optional(AttributeSchema),
      read: v.optional(v.picklist(READERS)),
      match: v.pipe(v.array(PatternSchema), v.minLength(1)),
      /** What the pattern catches is longer than this. */
      longer: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
  ),
  /** Keep those that stand before, or after, the post's first match of this; all, if it has none. */
  before: v.optional(SelectorSchema),
  after: v.optional(SelectorSchema),
  up: v.optional(SelectorSchema),
  /** 0 is the first; -1 the last. */
  at: v.optional(v.pipe(v.number(), v.integer())),
} as const;

export const LocatorSchema = v.strictObject(locator);

export type Locator = v.InferOutput<typeof LocatorSchema>;

/** Readers in code, for values that a site writes in a code of its own (see core/sites/decode). */
export const DECODERS = [
  "epoch",
  "utc",
  "english-time",
  "mastodon-time",
  "linkedin-activity",
  "linkedin-time",
  "tid-time",
  "tiktok-time",
] as const;

export type Decoder = (typeof DECODERS)[number];

/** How a string is got: the first of the located elements that has one. */
export const SourceSchema = v.strictObject({
  ...locator,
  /** All of the located elements that have one, a blank line between them; none that stands inside another, none twice. */
  all: v.optional(v.boolean()),
  /** Take the page's address, if the locator finds anything: for the one post that a page is about. */
  page: v.optional(v.boolean()),
  /** Take this attribute; without it, the text in reading order (emoji from `alt`, line breaks kept). */
  attr: v.optional(AttributeSchema),
  /** Take what this named reader reads. */
  read: v.optional(v.picklist(READERS)),
  /** The value must fit one of these; what a capture caught replaces it. */
  match: v.optional(v.array(PatternSchema)),
  /** What a reader in code makes of the value. */
  decode: v.optional(v.picklist(DECODERS)),
  /** An address with `{}` where the value goes. */
  form: v.optional(v.pipe(bounded(300), v.includes("{}"))),
  /** Elements whose text is not the author's. */
  strip: v.optional(SelectorSchema),
  /** Elements that stand on lines of their own. */
  blocks: v.optional(SelectorSchema),
  /** `keep` where the site shows white space as it is (pre-wrap). */
  space: v.optional(v.picklist(["keep", "collapse"])),
});

export type Source = v.InferOutput<typeof SourceSchema>;

/** Whether something holds: the locator finds at least `min` elements (1), and the other conditions hold. */
export const TestSchema = v.strictObject({
  ...locator,
  min: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** The page's address fits one of these. */
  page: v.optional(v.pipe(v.array(PatternSchema), v.minLength(1))),
  /** Only on these surfaces. */
  surfaces: v.optional(v.array(v.picklist(SURFACES))),
  /** The author is one of these handles. */
  handles: v.optional(v.array(bounded(200))),
  /** The post's id is greater (longer, or later in the alphabet) than what this pattern catches in the page's path. */
  newer: v.optional(PatternSchema),
});

export type Test = v.InferOutput<typeof TestSchema>;

const sources = v.optional(v.array(SourceSchema));
const wordFields = { handle: sources, name: sources, text: sources, lang: sources } as const;

/** Ordered fall-backs for each field; the first source that gives a value wins. */
export const FieldsSchema = v.strictObject({
  ...wordFields,
  permalink: sources,
  id: sources,
  time: sources,
  repostedBy: sources,
});

export type Fields = v.InferOutput<typeof FieldsSchema>;

export const QuoteFieldsSchema = v.strictObject({ find: v.array(LocatorSchema), ...wordFields });

export const MediaSourceSchema = v.strictObject({
  kind: v.picklist(MEDIA_KINDS),
  /** The first that finds any wins. */
  find: v.array(LocatorSchema),
  alt: v.optional(AttributeSchema),
  /** Patterns of what the site itself puts there when the author described nothing. */
  noAlt: v.optional(v.array(PatternSchema)),
  url: v.optional(AttributeSchema),
});

export type MediaSource = v.InferOutput<typeof MediaSourceSchema>;

export const LinksSchema = v.strictObject({
  find: v.array(LocatorSchema),
  /** Hosts that only forward: for these the address is taken from the link's visible text. */
  shorteners: v.optional(v.array(bounded(100))),
});

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Rows that belong to a post without standing in it, which only code can find. */
export const COMPANIONS = ["story-rows", "reply-rows"] as const;

/** The element whose box the list measures (`closest`, else the post), and the one that we act on. */
export const UnitSchema = v.strictObject({
  closest: v.optional(SelectorSchema),
  /** `first-child` where the list measures the cell and the cell must stay. */
  act: v.optional(v.picklist(["self", "first-child"])),
  /** Act on this element inside the cell: a table's row has room for a line only in a cell of its own. */
  select: v.optional(SelectorSchema),
  /** Rows that go when the post is hidden altogether. */
  also: v.optional(v.picklist(COMPANIONS)),
});

export type UnitSource = v.InferOutput<typeof UnitSchema>;

/** Least shares of candidates that must have a field, once `of` candidates were read. */
export const InvariantsSchema = v.strictObject({
  of: v.pipe(v.number(), v.integer(), v.minValue(4)),
  text: v.optional(share),
  author: v.optional(share),
  id: v.optional(share),
});

export const SurfaceRuleSchema = v.strictObject({
  surface: v.picklist(SURFACES),
  /** Patterns of the path, without query. */
  paths: v.array(PatternSchema),
});

/** How one site is read, as data. */
export const SiteSchema = v.strictObject({
  format: v.literal(SITE_FORMAT, "this site file needs another version of Winnow"),
  id: v.pipe(bounded(100), v.regex(/^[a-z][a-z0-9-]*$/, "an id is lower-case letters, digits and hyphens")),
  name: v.pipe(bounded(100), v.minLength(1)),
  /** Counts up with each change to this file. */
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** `*.example.org` stands for all hosts below it. Empty only for a site that is recognised by its pages. */
  hosts: v.array(v.pipe(bounded(253), v.regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/, "this is not a host"))),
  /** Software that runs on any host: each of these, found in a page, shows that the page is of this site. */
  recognise: v.optional(v.array(SelectorSchema)),
  /** Match patterns to ask the browser for: as narrow as the site allows. */
  origins: v.array(
    v.pipe(bounded(300), v.regex(/^https:\/\/(\*\.)?[a-z0-9.-]+\/\*$/, "this is not a narrow match pattern")),
  ),
  /** The first rule whose pattern fits the path wins. */
  surfaces: v.array(SurfaceRuleSchema),
  /** The containers that posts enter and leave; the first selector that finds any wins. */
  roots: v.array(SelectorSchema),
  /** Where a root will appear while there is none, nearest first. */
  anchors: v.array(SelectorSchema),
  /** Posts; the first selector that finds any wins. A post inside a post is not one. */
  posts: v.pipe(v.array(SelectorSchema), v.minLength(1)),
  /** Replies stand inside the post that they answer, and are posts of their own; neither sees the other's words. */
  nested: v.optional(v.boolean()),
  units: v.array(UnitSchema),
  /** Changes inside of these say nothing about a post (counters, menus). */
  ignore: v.optional(SelectorSchema),
  /** Attributes whose change may mean other content. */
  watch: v.optional(v.array(AttributeSchema)),
  fields: FieldsSchema,
  quote: v.optional(QuoteFieldsSchema),
  media: v.array(MediaSourceSchema),
  links: v.optional(LinksSchema),
  /** A mark is set if any of its tests holds. */
  marks: v.record(MarkSchema, v.array(TestSchema)),
  /** The handle of the person at the keyboard, read from the page's frame; sets the mark `mine`. */
  me: sources,
  invariants: v.optional(InvariantsSchema),
});

/** A site: a place described by data. */
export type SiteDefinition = v.InferOutput<typeof SiteSchema>;
