import * as v from "valibot";

import { readAddress } from "../../core/lists/address";
import { guessFormat } from "../../core/lists/import";
import type { Copy } from "../../core/lists/judge-update";
import { MAX_LIST_BYTES } from "../../core/lists/limits";
import type { Bundle } from "../../core/lists/merge";
import { decodeShareCode, isShareCode } from "../../core/lists/share-code";
import { fingerprint } from "../../core/lists/signature";
import { normalise, notAList } from "../../core/lists/text";
import { usesOf, wishOf } from "../../core/lists/uses";
import type { SiteNames } from "../../core/rules/conditions";
import { ACTIONS } from "../../core/vocab/action";
import { bounded } from "../../core/vocab/limits";
import { type Post, PostSchema } from "../../core/vocab/post";
import { GrantSchema, newGrant } from "../../core/vocab/rule-list";
import { type Origin, OriginSchema, PROBLEMS, type Subscription } from "../../core/vocab/subscription";
import { describeVersion, readCopy } from "./copies";
import { type Effect, effectOf, EffectSchema } from "./effect";
import { type Fetched, fetchBundle, type FetchTools } from "./fetch-bundle";
import { writePreview } from "./store";

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

export interface PreviewTools extends FetchTools {
  siteNames: SiteNames;
}

const MOST_PROBLEMS = 200;
const TEXT_SHOWN = 40_000;

const originOf = (source: Source): Origin => {
  if (source.kind === "file") return { kind: "file", file: source.file };
  if (source.kind === "code") return { kind: "code" };
  const read = readAddress(source.url);
  return { kind: "url", url: read.ok ? read.address.url : source.url };
};

const failed = (problem: string, format?: string | null): PreviewReply => ({
  ok: false,
  kind: "not-a-list",
  problem,
  ...(typeof format === "string" && { format }),
});

const textOf = async (
  source: Extract<Source, { text: string }>,
): Promise<{ text: string } | PreviewReply> => {
  if (!isShareCode(source.text)) return { text: source.text };
  const decoded = await decodeShareCode(source.text);
  return decoded.ok ? { text: decoded.text } : failed(decoded.problem);
};

const fetchSource = async (source: Source, tools: FetchTools): Promise<Fetched | PreviewReply> => {
  const wanted = { list: "", validators: {}, mayInclude: () => true };
  if (source.kind === "url") return fetchBundle({ ...wanted, url: source.url }, tools);
  const read = await textOf(source);
  if (!("text" in read)) return read;
  const problem = notAList(read.text);
  if (problem !== null) return failed(problem);
  return fetchBundle({ ...wanted, known: { main: normalise(read.text), included: {} } }, tools);
};

const nameOf = (origin: Origin, title: string | undefined): string => {
  const given = title?.trim();
  if (given) return given.slice(0, 200);
  if (origin.kind === "file") return origin.file.slice(0, 200) || "A file";
  const read = origin.kind === "url" ? readAddress(origin.url) : null;
  return read?.ok ? read.address.host : "A shared list";
};

const describe = async (
  origin: Origin,
  bundle: Bundle,
  copy: Copy,
  effect: Effect | undefined,
): Promise<Omit<ListPreview, "token">> => {
  const { own, list, text, included, notes } = copy.merged;
  const { key: _k, signature: _s, asks: _a, ...header } = own.header;
  const { signature } = copy;
  const print = signature.key === null ? null : await fingerprint(signature.key);
  const read = origin.kind === "url" ? readAddress(origin.url) : null;
  return {
    origin,
    name: nameOf(origin, header.title),
    header,
    ...(copy.host !== undefined && { host: copy.host }),
    ...(read?.ok && read.address.warning !== undefined && { warning: read.address.warning }),
    bytes: (await describeVersion(bundle, copy, 0)).bytes,
    counts: { rules: list.rules.length, skipped: list.problems.length, warnings: list.warnings.length },
    actions: usesOf(list.rules).actions,
    wish: wishOf(own.header, list.rules),
    grant: newGrant(),
    signature: {
      state: signature.state,
      ...(signature.key !== null && { key: signature.key }),
      ...(print !== null && { fingerprint: print }),
      ...(signature.state === "bad" && { problem: signature.problem }),
    },
    included,
    notes,
    problems: list.problems.slice(0, MOST_PROBLEMS),
    warnings: list.warnings.slice(0, MOST_PROBLEMS),
    text: text.slice(0, TEXT_SHOWN),
    ...(effect && { effect }),
  };
};

/** Look at a list without letting it do anything. What was looked at is kept for an hour, to be subscribed to. */
export const previewList = async (
  source: Source,
  posts: readonly Post[] | undefined,
  known: readonly Subscription[],
  tools: PreviewTools,
): Promise<PreviewReply> => {
  const fetched = await fetchSource(source, tools);
  if ("kind" in fetched || "preview" in fetched) return fetched;
  if (!fetched.ok) {
    const { kind, message, origin } = fetched.failure;
    return { ok: false, kind, problem: message, ...(origin !== undefined && { origin }) };
  }
  const { bundle, validators, host } = fetched;
  const copy = await readCopy(bundle, host);
  if (copy.merged.list.rules.length === 0) {
    const format = guessFormat(bundle.main);
    return failed(
      format === null
        ? "No line of it is a rule that this version of Winnow understands."
        : "It is not in Winnow's language. It can be carried over, as a list of your own.",
      format,
    );
  }
  const origin = originOf(source);
  const context = { siteNames: tools.siteNames, now: tools.now() };
  const effect = posts && effectOf(posts, copy.merged.list.rules, newGrant(), context);
  const described = await describe(origin, bundle, copy, effect);
  const notes = [...fetched.notes, ...described.notes].slice(0, 20);
  const token = crypto.randomUUID();
  const about: About = {
    origin,
    name: described.name,
    validators,
    notes,
    ...(host !== undefined && { host }),
  };
  await writePreview(token, tools.now(), bundle, about);
  const already = known.find(
    (each) => each.origin.kind === "url" && origin.kind === "url" && each.origin.url === origin.url,
  );
  return { ok: true, preview: { ...described, notes, token, ...(already && { already: already.id }) } };
};
