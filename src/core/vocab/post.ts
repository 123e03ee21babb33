import * as v from "valibot";

import { AuthorSchema } from "./author";
import { bounded, MAX_TEXT } from "./limits";
import { SurfaceSchema } from "./surface";

/** What a site says about a post, in the words that rules use after `is:`. */
export const MARKS = [
  "ad",
  "automated",
  "declared-ai",
  "following",
  "mine",
  "pinned",
  "quote",
  "reply",
  "repost",
  "translated",
  "truncated",
  "verified",
] as const;

export const MarkSchema = v.picklist(MARKS);

export type Mark = v.InferOutput<typeof MarkSchema>;

export const MEDIA_KINDS = ["image", "video", "card", "poll"] as const;

export const MediaSchema = v.object({
  kind: v.picklist(MEDIA_KINDS),
  /** The description that the author gave, if any. */
  alt: v.optional(bounded(2_000)),
  url: v.optional(bounded(2_000)),
});

export type Media = v.InferOutput<typeof MediaSchema>;

/** A post shown inside another one. Its words are never the outer author's. */
export const QuoteSchema = v.object({
  author: v.optional(AuthorSchema),
  text: bounded(MAX_TEXT),
  lang: v.optional(bounded(40)),
});

export type Quote = v.InferOutput<typeof QuoteSchema>;

/** One thing that somebody published: plain, serialisable, and only what the page showed. */
export const PostSchema = v.object({
  /** Id of the site definition that read it, such as `x`. */
  site: bounded(100),
  /** Unique within the site. Where the site shows none, a stable hash that starts with `~`. */
  id: bounded(200),
  surface: SurfaceSchema,
  /** Absolute address. */
  permalink: v.optional(bounded(2_000)),
  author: v.optional(AuthorSchema),
  /** The author's own words in reading order, emoji included; empty for a post of media alone. */
  text: bounded(MAX_TEXT),
  /** BCP-47 tag as the page states it: a hint, often wrong. */
  lang: v.optional(bounded(40)),
  /** ISO 8601. */
  time: v.optional(bounded(40)),
  is: v.array(MarkSchema),
  media: v.array(MediaSchema),
  /** Addresses that the text links to, as shown. */
  links: v.array(bounded(2_000)),
  quote: v.optional(QuoteSchema),
  repostedBy: v.optional(bounded(400)),
});

export type Post = v.InferOutput<typeof PostSchema>;

/** Verdicts and counts are kept under this key: the same post seen twice is one post. */
export const postKey = (post: Pick<Post, "site" | "id">): string => `${post.site}/${post.id}`;
