import * as v from "valibot";

import { MAX_LIST_BYTES } from "../../core/lists/limits";
import { ACTIONS } from "../../core/vocab/action";
import { bounded } from "../../core/vocab/limits";
import { PostSchema } from "../../core/vocab/post";
import { GrantSchema } from "../../core/vocab/rule-list";
import { OriginSchema, PROBLEMS } from "../../core/vocab/subscription";
import { EffectSchema } from "./effect-schema";

/** What is to be looked at: an address, or a text (a file's, a pasted one, or a share code). */
export const SourceSchema = v.variant("kind", [
  v.strictObject({ kind: v.literal("url"), url: bounded(2_100) }),
  v.strictObject({ kind: v.literal("file"), file: bounded(300), text: bounded(MAX_LIST_BYTES) }),
  v.strictObject({ kind: v.literal("code"), text: bounded(MAX_LIST_BYTES) }),
]);

export type Source = v.InferOutput<typeof SourceSchema>;

/** Posts that the preview is tried on, such as those of the open tab. */
export const PreviewPostsSchema = v.pipe(v.array(PostSchema), v.maxLength(200));

const count = v.number();
const problem = v.object({
  line: count,
  from: count,
  to: count,
  message: v.string(),
  hint: v.optional(v.string()),
});

/** Everything that a person should know of a list before it may do anything. All names are its own claims. */
export const ListPreviewSchema = v.object({
  /** Names this preview in `subscribe`. Holds for an hour. */
  token: v.string(),
  origin: OriginSchema,
  /** Its title, else its file or host. */
  name: v.string(),
  header: v.object({
    title: v.optional(v.string()),
    description: v.optional(v.string()),
    homepage: v.optional(v.string()),
    license: v.optional(v.string()),
    author: v.optional(v.string()),
    updated: v.optional(v.string()),
    expires: v.optional(v.number()),
    syntax: v.optional(v.number()),
  }),
  /** Host that it comes from, after redirects. */
  host: v.optional(v.string()),
  /** What to know of its address, such as letters that look like others. */
  warning: v.optional(v.string()),
  bytes: count,
  counts: v.object({ rules: count, skipped: count, warnings: count }),
  /** Rules by action. */
  actions: v.record(v.picklist(ACTIONS), count),
  /** What it asks for, or would need for all of its rules to act in full. */
  wish: GrantSchema,
  /** What a new subscription gets unless the user says otherwise. */
  grant: GrantSchema,
  signature: v.object({
    state: v.picklist(["unsigned", "valid", "unsupported", "bad"]),
    key: v.optional(v.string()),
    fingerprint: v.optional(v.string()),
    problem: v.optional(v.string()),
  }),
  /** Lists that it brings along. */
  included: v.array(v.object({ url: v.string(), title: v.optional(v.string()), rules: count })),
  notes: v.array(v.string()),
  /** Lines that are left out, at most 200. */
  problems: v.array(problem),
  warnings: v.array(problem),
  /** The beginning of the text that acts, includes and all. */
  text: v.string(),
  effect: v.optional(EffectSchema),
  /** Id of the subscription that follows the same address already. */
  already: v.optional(v.string()),
});

export type ListPreview = v.InferOutput<typeof ListPreviewSchema>;

export const PreviewReplySchema = v.variant("ok", [
  v.object({ ok: v.literal(true), preview: ListPreviewSchema }),
  v.object({
    ok: v.literal(false),
    kind: v.picklist(PROBLEMS),
    problem: v.string(),
    /** Match pattern to ask the browser for; then look again. */
    origin: v.optional(v.string()),
    /** The text is another program's: it can be carried over as this format. */
    format: v.optional(v.string()),
  }),
]);

export type PreviewReply = v.InferOutput<typeof PreviewReplySchema>;

/** What a stored preview must know when it becomes a subscription. */
export const AboutSchema = v.object({
  origin: OriginSchema,
  name: v.string(),
  host: v.optional(v.string()),
  validators: v.record(
    v.string(),
    v.object({ etag: v.optional(v.string()), lastModified: v.optional(v.string()) }),
  ),
  notes: v.array(v.string()),
});

export type About = v.InferOutput<typeof AboutSchema>;
