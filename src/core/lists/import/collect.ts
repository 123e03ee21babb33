import type { Action } from "../../vocab/action";

/** A line of the source that has no counterpart here, and why. */
export interface Left {
  /** 1-based, of the source. */
  line: number;
  /** At most 200 characters of it. */
  text: string;
  why: string;
}

export interface Carried {
  /** The rule as Winnow writes it. */
  text: string;
  /** 1-based, of the source. */
  line: number;
  /** Where it means a little more or less than the source did. */
  note?: string;
}

export interface Collected {
  title?: string;
  carried: Carried[];
  left: Left[];
}

export interface ImportOptions {
  /** What is done with what the source lists. */
  action: Exclude<Action, "keep">;
  /** Site (id or host) to which handles without one belong. */
  site?: string;
}

/** Reads one format: the lines of the source in, rules and remains out. */
export type Importer = (lines: readonly string[], options: ImportOptions) => Collected;

/** A word or phrase in quotes, as the rule language has it. */
export const quoted = (text: string): string => `"${text.replace(/[\\"]/g, "\\$&")}"`;

/** A line of rules is ended by a line break and its query by ` ; `: neither may come from a source. */
const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

export const fromRule = (action: Action, handle: string, site?: string): string =>
  `${action}: from:@${handle.replace(/^@/, "")}${site === undefined ? "" : ` site:${site}`}`;

export const urlRule = (action: Action, host: string, path = ""): string =>
  `${action}: url:${host.toLowerCase()}${path === "/" ? "" : path}`;

export const wordsRule = (action: Action, words: string): string => `${action}: ${quoted(oneLine(words))}`;

/** A handle is made of letters, digits and few signs; anything else would change what the rule says. */
export const isHandle = (text: string): boolean =>
  /^@?[\p{L}\p{N}\p{M}_.·-]{1,100}(?:@[\p{L}\p{N}.-]{1,253})?$/u.test(text);

/** A host with at least one dot, as letters, digits and hyphens. */
export const isHost = (text: string): boolean =>
  text.length <= 253 && /^(?!-)[\p{L}\p{N}-]{1,63}(?<!-)(?:\.(?!-)[\p{L}\p{N}-]{1,63}(?<!-))+$/u.test(text);

/** A path that stands in a rule as it is: no wildcards, spaces or quotes. */
export const isPath = (text: string): boolean => /^\/[\w.~!$&'+,=:@%/-]*$/.test(text);

export interface Collector {
  carry: (text: string, line: number, note?: string) => void;
  leave: (source: string, line: number, why: string) => void;
  done: (title?: string) => Collected;
}

export const collector = (): Collector => {
  const carried: Carried[] = [];
  const left: Left[] = [];
  return {
    carry: (text, line, note) => carried.push({ text, line, ...(note !== undefined && { note }) }),
    leave: (source, line, why) => left.push({ line, text: source.trim().slice(0, 200), why }),
    done: (title) => ({
      carried,
      left,
      ...(title !== undefined && title !== "" && { title: oneLine(title).slice(0, 200) }),
    }),
  };
};
