import { parseList } from "../rules/parse";
import type { Rule } from "../vocab/rule";
import type { ParsedList } from "../vocab/rule-list";
import { keyOf } from "./identity";
import { includeAddress } from "./include";
import { MAX_INCLUDE_DEPTH, MAX_INCLUDES, MAX_MERGED_LINES } from "./limits";
import { readList, type ReadList, type Removal } from "./read-list";

/** A list and the texts of all that it includes, by address. */
export interface Bundle {
  main: string;
  /** Address of `main`, if it has one. */
  base?: string | undefined;
  included: Readonly<Record<string, string>>;
}

export interface IncludedList {
  url: string;
  title?: string;
  rules: number;
}

export interface Merged {
  /** One text of rules: what is included stands where the include stood. Lines of causes count in it. */
  text: string;
  list: ParsedList;
  /** The list by itself. */
  own: ReadList;
  included: IncludedList[];
  /** Addresses that are included and whose texts are not there. */
  missing: string[];
  /** What did not work, in words. */
  notes: string[];
  /** Removals that met no rule. */
  idle: Removal[];
}

/** What a merged list is compared by: its own header, and all of its rules. */
export const sideOf = ({
  own,
  list,
}: Pick<Merged, "own" | "list">): Pick<ParsedList, "header" | "rules"> => ({
  header: own.header,
  rules: list.rules,
});

/** A list can be wrong in more ways than anybody would read. */
const MOST_NOTES = 100;

interface Line {
  text: string;
  rule?: Rule;
}

/** A comment of an included list, so marked that it is not taken for this list's header. */
const asComment = (text: string): string => (text.startsWith("!") ? `!| ${text.slice(1).trim()}` : text);

/**
 * A list with what it includes, as one text. Included lists stand under the same grant; a list may take
 * single rules of what it includes out again (`- rule`). Circles, depth, number and size have an end, and
 * what lies beyond is left out and said. Never throws.
 */
export const mergeList = (bundle: Bundle): Merged => {
  const own = readList(bundle.main);
  const merged = {
    included: [] as IncludedList[],
    missing: [] as string[],
    notes: [] as string[],
    idle: [] as Removal[],
  };
  if (own.includes.length === 0 && own.removals.length === 0)
    return { ...merged, text: own.lines.join("\n"), list: own, own };
  const taken = new Set<string>(bundle.base === undefined ? [] : [bundle.base]);
  let count = 0;

  const includedLines = (written: string, base: string | undefined, trail: readonly string[]): Line[] => {
    const read = includeAddress(written, base);
    const refuse = (why: string): Line[] => {
      if (merged.notes.length < MOST_NOTES) merged.notes.push(`${written.slice(0, 200)}: ${why}`);
      return [{ text: `!| not included: ${written.slice(0, 500)} (${why})` }];
    };
    if (!read.ok) return refuse(read.problem);
    const { url } = read.address;
    if (trail.includes(url)) return refuse("It includes itself in a circle.");
    if (taken.has(url)) return [{ text: `!| included already: ${url}` }];
    if (trail.length > MAX_INCLUDE_DEPTH) return refuse(`Includes go no deeper than ${MAX_INCLUDE_DEPTH}.`);
    if (taken.size > MAX_INCLUDES) return refuse(`A list includes at most ${MAX_INCLUDES} others.`);
    taken.add(url);
    const text = Object.hasOwn(bundle.included, url) ? bundle.included[url] : undefined;
    if (text === undefined) {
      merged.missing.push(url);
      return [{ text: `!| not included: ${url} (It could not be had yet.)` }];
    }
    const list = readList(text);
    const { title } = list.header;
    merged.included.push({ url, ...(title !== undefined && { title }), rules: list.rules.length });
    return [
      { text: `!| included: ${url}` },
      ...expand(list, url, [...trail, url]).map((line) =>
        line.rule ? line : { text: asComment(line.text) },
      ),
      { text: `!| end of ${url}` },
    ];
  };

  const expand = (list: ReadList, base: string | undefined, trail: readonly string[]): Line[] => {
    const rules = new Map(list.rules.map((rule) => [rule.line, rule]));
    const includes = new Map(list.includes.map(({ line, url }) => [line, url]));
    const removals = new Map(list.removals.map((removal) => [removal.key, removal]));
    const removing = new Set(list.removals.map(({ line }) => line));
    const met = new Set<string>();
    const lines: Line[] = [];
    list.lines.forEach((text, at) => {
      const rule = rules.get(at + 1);
      const url = includes.get(at + 1);
      if (url !== undefined) {
        for (const line of includedLines(url, base, trail)) {
          const key = line.rule && removals.size > 0 ? keyOf(line.rule) : "";
          if (removals.has(key)) {
            met.add(key);
            lines.push({ text: `!| taken out: ${line.text}` });
          } else lines.push(line);
        }
      } else if (removing.has(at + 1)) lines.push({ text: `!| ${text.trim()}` });
      else lines.push(rule ? { text, rule } : { text });
    });
    for (const removal of list.removals) if (!met.has(removal.key)) merged.idle.push(removal);
    return lines;
  };

  const lines: string[] = [];
  for (const { text } of expand(own, bundle.base, [bundle.base ?? ""])) {
    if ((count += 1) > MAX_MERGED_LINES) {
      merged.notes.push(
        `With all that it includes the list has more than ${MAX_MERGED_LINES.toLocaleString("en")} lines; the rest is left out.`,
      );
      break;
    }
    lines.push(text);
  }
  const text = lines.join("\n");
  return { ...merged, text, list: { ...parseList(text), header: own.header }, own };
};
