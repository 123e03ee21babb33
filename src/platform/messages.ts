import * as v from "valibot";

import { HealthSchema } from "../core/vocab/health";
import { bounded, MAX_BATCH, MAX_TEXT } from "../core/vocab/limits";
import { PostSchema } from "../core/vocab/post";
import { TallySchema } from "../core/vocab/tally";
import { VerdictSchema } from "../core/vocab/verdict";
import { LIST_MESSAGES } from "./list-messages";

/**
 * Who may send a message: `feed`, our content script on a site that the user switched on; `pages`,
 * our own popup, options and welcome pages; `background`, the service worker or event page.
 */
export type Sender = "feed" | "pages" | "background";

/** Who answers: one place for each message. */
export type Receiver = "background" | "classifier" | "feed";

const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));
const nothing = v.strictObject({});

const ReadingSchema = v.object({
  ai: v.nullable(v.number()),
  why: v.optional(v.picklist(["too-short", "language"])),
});

/** What the feed of one tab is told to do. Whenever it is told, verdicts may have changed: it asks for them anew. */
const TabStateSchema = v.object({ on: v.boolean(), paused: v.boolean() });

export type TabState = v.InferOutput<typeof TabStateSchema>;

/** What the popup shows. */
const TabStatusSchema = v.object({
  /** The site of this tab, or null if Winnow knows none there. */
  site: v.nullable(
    v.object({
      id: v.string(),
      name: v.string(),
      /** Switched on by the user. */
      on: v.boolean(),
      /** Whether the browser lets Winnow read this site. */
      permitted: v.boolean(),
      /** Match patterns to ask the browser for. */
      origins: v.array(v.string()),
    }),
  ),
  paused: v.boolean(),
  tally: TallySchema,
  reader: HealthSchema,
  model: HealthSchema,
  storage: HealthSchema,
});

export type TabStatus = v.InferOutput<typeof TabStatusSchema>;

/** Every message there is. What is not here, or comes from another sender, is refused. */
export const MESSAGES = {
  /** A feed starts and asks what it is to do. */
  hello: { from: ["feed"], to: "background", request: nothing, reply: TabStateSchema },
  /** Posts in, verdicts out, in the same order. */
  judge: {
    from: ["feed", "pages"],
    to: "background",
    request: v.strictObject({ posts: v.pipe(v.array(PostSchema), v.maxLength(MAX_BATCH)) }),
    reply: v.object({ verdicts: v.array(VerdictSchema) }),
  },
  /** What a feed did so far, for badge and popup. */
  report: {
    from: ["feed"],
    to: "background",
    request: v.strictObject({ tally: TallySchema, reader: HealthSchema }),
    reply: nothing,
  },
  status: {
    from: ["pages"],
    to: "background",
    request: v.strictObject({ tabId, url: v.optional(bounded(10_000)) }),
    reply: TabStatusSchema,
  },
  "pause-tab": {
    from: ["pages"],
    to: "background",
    request: v.strictObject({ tabId, paused: v.boolean() }),
    reply: nothing,
  },
  /** Load the model now if it is not loaded, and say how it is. */
  "check-model": { from: ["pages"], to: "background", request: nothing, reply: HealthSchema },
  classify: {
    from: ["background"],
    to: "classifier",
    request: v.strictObject({
      posts: v.pipe(
        v.array(v.strictObject({ text: bounded(MAX_TEXT), lang: v.optional(bounded(40)) })),
        v.maxLength(MAX_BATCH),
      ),
    }),
    reply: v.object({ readings: v.nullable(v.array(ReadingSchema)), model: HealthSchema }),
  },
  "tab-state": { from: ["background"], to: "feed", request: TabStateSchema, reply: nothing },
  /** Show everything on the page that was acted on. */
  "show-all": { from: ["pages"], to: "feed", request: nothing, reply: nothing },
  /** The posts that the page holds now, to try a list on. They stay in the browser. */
  "open-posts": {
    from: ["pages"],
    to: "feed",
    request: nothing,
    reply: v.object({ posts: v.pipe(v.array(PostSchema), v.maxLength(MAX_BATCH)) }),
  },
  ...LIST_MESSAGES,
} as const satisfies Record<
  string,
  { from: readonly Sender[]; to: Receiver; request: v.GenericSchema; reply: v.GenericSchema }
>;

export type MessageName = keyof typeof MESSAGES;
export type RequestOf<N extends MessageName> = v.InferOutput<(typeof MESSAGES)[N]["request"]>;
export type ReplyOf<N extends MessageName> = v.InferOutput<(typeof MESSAGES)[N]["reply"]>;
/** Messages that are answered at one place. */
export type MessagesTo<R extends Receiver> = {
  [N in MessageName]: (typeof MESSAGES)[N]["to"] extends R ? N : never;
}[MessageName];
