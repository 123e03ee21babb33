import { parseList } from "../../rules/parse";
import { SYNTAX } from "../../vocab/rule-list";
import { keyOf } from "../identity";
import { linesOf, normalise } from "../text";
import type { Collected, Importer, ImportOptions, Left } from "./collect";
import { importDomains, importUblock } from "./domains";
import { importAislist, importHandles, importMastodon, importWords, importXArchive } from "./handles";
import { importUblacklist } from "./ublacklist";

export type { ImportOptions, Left } from "./collect";

/** Formats that can be read, and what each is called on pages and in help texts. */
export const IMPORT_FORMATS = {
  ublacklist: "uBlacklist ruleset",
  domains: "list of hosts, or a hosts file",
  ublock: "list of an ad blocker (uBlock Origin, AdGuard)",
  aislist: "AiSList (YouTube handles)",
  mastodon: "Mastodon export (CSV of blocks, mutes or blocked servers)",
  "x-archive": "X archive (block.js, mute.js)",
  handles: "handles, one a line",
  words: "words or phrases, one a line",
} as const;

export type ImportFormat = keyof typeof IMPORT_FORMATS;

const IMPORTERS: Readonly<Record<ImportFormat, Importer>> = {
  ublacklist: importUblacklist,
  domains: importDomains,
  ublock: importUblock,
  aislist: importAislist,
  mastodon: importMastodon,
  "x-archive": importXArchive,
  handles: importHandles,
  words: importWords,
};

/** Most lines of a report. The counts beside it are whole. */
export const MAX_REPORT = 1_000;

export interface Imported {
  format: ImportFormat;
  /** A list in Winnow's own language, with a header. */
  text: string;
  /** Rules in it. */
  rules: number;
  /** Rules that stood there more than once and are carried once. */
  twice: number;
  /** What could not be carried over; at most `MAX_REPORT` lines. */
  left: Left[];
  leftCount: number;
  /** Rules that mean a little more or less than the source did, by how: how many. */
  notes: Record<string, number>;
}

/** Lines that the rule language does not take after all (a regex beyond RE2, say), by their place, and why. */
const refused = (collected: Collected): Map<number, string> => {
  const { rules, problems } = parseList(collected.carried.map((rule) => rule.text).join("\n"));
  const taken = new Set(rules.map(({ line }) => line));
  const why = new Map(problems.map(({ line, message }) => [line, message]));
  const wrong = new Map<number, string>();
  collected.carried.forEach((_, at) => {
    if (!taken.has(at + 1)) wrong.set(at, why.get(at + 1) ?? "Winnow's language does not take it.");
  });
  return wrong;
};

/** Carry another program's list over. Never throws; what has no counterpart is named, line by line. */
export const convertList = (text: string, format: ImportFormat, options: ImportOptions): Imported => {
  const collected = IMPORTERS[format](linesOf(normalise(text)), options);
  const wrong = refused(collected);
  const left = [...collected.left];
  const notes: Record<string, number> = {};
  const seen = new Set<string>();
  const lines: string[] = [];
  collected.carried.forEach(({ text: rule, line, note }, at) => {
    const why = wrong.get(at);
    if (why !== undefined) return left.push({ line, text: rule.slice(0, 200), why });
    if (seen.has(rule)) return;
    seen.add(rule);
    lines.push(rule);
    if (note !== undefined) notes[note] = (notes[note] ?? 0) + 1;
  });
  left.sort((a, b) => a.line - b.line);
  const header = [
    `! title: ${collected.title ?? IMPORT_FORMATS[format]}`,
    `! syntax: ${SYNTAX}`,
    `! description: carried over from another format: ${IMPORT_FORMATS[format]}`,
  ];
  return {
    format,
    text: normalise([...header, "", ...lines].join("\n")),
    rules: lines.length,
    twice: collected.carried.length - wrong.size - lines.length,
    left: left.slice(0, MAX_REPORT),
    leftCount: left.length,
    notes,
  };
};

const share = (lines: readonly string[], pattern: RegExp): number =>
  lines.length === 0 ? 0 : lines.filter((line) => pattern.test(line)).length / lines.length;

/**
 * Which format a file probably has, by its name and its first lines; null if it is Winnow's own, and
 * `words` where nothing else fits.
 */
export const guessFormat = (text: string, file = ""): ImportFormat | null => {
  const start = text.slice(0, 60_000);
  if (/^\s*window\.YTD\.\w+\.part\d+\s*=/.test(start)) return "x-archive";
  if (/^#?(?:domain|account address)\b/i.test(start.trimStart()) && start.includes(",")) return "mastodon";
  const lines = linesOf(normalise(start)).map((line) => line.trim());
  const rules = lines
    .filter((line) => line !== "" && !/^[!#](?!#)/.test(line) && line !== "---")
    .slice(0, 500);
  if (share(rules, /^(?:keep|label|dim|fold|hide|include):\s/i) > 0.5) return null;
  if (/\.csv$/i.test(file) && share(rules, /^@?[^@\s,]+@[^@\s,]+/) > 0.5) return "mastodon";
  if (share(rules, /^(?:@@)?\|\||#[@?$%]*#|^\[Adblock/i) > 0.3) return "ublock";
  if (share(rules, /^@?\d*(?:\*|https?):\/\/|^@?\/.+\/[a-z]*$|^(?:url|title|host)\s*[*^$=~/]/) > 0.3)
    return "ublacklist";
  if (share(rules, /^(?:[\d.]+|[0-9a-f:]+)\s+\S+\.\S+|^(?:\*\.)?[\w-]+(?:\.[\w-]+)+$/i) > 0.5)
    return "domains";
  if (share(rules, /^@?[^@\s,]+@[\w-]+(?:\.[\w-]+)+$/) > 0.5) return "mastodon";
  if (share(rules, /^(?:@\S+|UC[\w-]{22})$/) > 0.5)
    return /youtube|aislist/i.test(start) ? "aislist" : "handles";
  return "words";
};

/** The rules of a list without those that another one has already, by what they do. */
export const withoutKnown = (text: string, own: string): { text: string; known: number } => {
  const keys = new Set(parseList(own).rules.map(keyOf));
  const { rules, lines } = parseList(text);
  const drop = new Set(rules.filter((rule) => keys.has(keyOf(rule))).map(({ line }) => line));
  return { text: normalise(lines.filter((_, at) => !drop.has(at + 1)).join("\n")), known: drop.size };
};
