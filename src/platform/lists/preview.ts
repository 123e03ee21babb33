import { readAddress } from "../../core/lists/address";
import { guessFormat } from "../../core/lists/import";
import type { Copy } from "../../core/lists/judge-update";
import type { Bundle } from "../../core/lists/merge";
import { decodeShareCode, isShareCode } from "../../core/lists/share-code";
import { fingerprint } from "../../core/lists/signature";
import { normalise, notAList } from "../../core/lists/text";
import { usesOf, wishOf } from "../../core/lists/uses";
import type { SiteNames } from "../../core/rules/conditions";
import type { Post } from "../../core/vocab/post";
import { newGrant } from "../../core/vocab/rule-list";
import type { Origin, Subscription } from "../../core/vocab/subscription";
import { describeVersion, readCopy } from "./copies";
import { effectOf } from "./effect";
import type { Effect } from "./effect-schema";
import { type Fetched, fetchBundle, type FetchTools } from "./fetch-bundle";
import type { About, ListPreview, PreviewReply, Source } from "./preview-schema";
import { writePreview } from "./store";

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
