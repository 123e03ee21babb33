import { RE2JS, RE2JSException } from "re2js";

import { isAscii, withoutInvisible } from "./characters";

/** Longest pattern, in UTF-16 units. */
export const MAX_PATTERN = 500;

/** Most instructions of a compiled pattern: what a match costs at worst for each character. */
export const MAX_PROGRAM = 1_000;

export type Compiled =
  { ok: true; test: (text: string) => boolean } | { ok: false; message: string; hint?: string };

const FLAGS: Readonly<Record<string, number>> = {
  i: RE2JS.CASE_INSENSITIVE,
  m: RE2JS.MULTILINE,
  s: RE2JS.DOTALL,
};

const TOO_MUCH = {
  ok: false,
  message: "This pattern is too large.",
  hint: "Use smaller repeat counts, or split it into several rules.",
} as const;

/** What RE2 leaves out so that time stays linear, told before its own terser words. */
const UNSUPPORTED: readonly { find: RegExp; message: string; hint: string }[] = [
  {
    find: /^(?:[^\\]|\\.)*?\(\?<?[=!]/su,
    message: "Patterns cannot look ahead or behind.",
    hint: "Add a second condition instead: two terms with a space between must both hold, and - turns one round.",
  },
  {
    find: /^(?:[^\\]|\\.)*?\\(?:[1-9]|k<)/su,
    message: "Patterns cannot refer back to a group.",
    hint: "Spell out what should be found.",
  },
  {
    find: /^(?:[^\\]|\\.)*?(?:\(\?>|[+*?}]\+)/su,
    message: "Patterns have no atomic groups and possessive quantifiers.",
    hint: "They are not needed: every pattern runs in linear time.",
  },
];

const plainly = (error: unknown): { message: string; hint?: string } => {
  const said = error instanceof RE2JSException ? error.message : "";
  const what = /error parsing regexp: ([^`]*?):? *`([^`]*)`/su.exec(said);
  if (what?.[1]?.includes("repeat count")) return TOO_MUCH;
  return {
    message: what
      ? `This pattern does not parse: ${what[1]} at “${what[2]}”.`
      : "This pattern does not parse.",
    hint: 'To look for it as text, write it in quotes: "…".',
  };
};

/** A pattern in RE2 syntax made ready; `flags` is a subset of `ims`. Matching takes time linear in the text. Never throws. */
export const compileRegex = (pattern: string, flags: string): Compiled => {
  if (pattern.length > MAX_PATTERN) {
    return {
      ok: false,
      message: `This pattern is longer than ${MAX_PATTERN} characters.`,
      hint: TOO_MUCH.hint,
    };
  }
  try {
    const bits = Array.from(flags).reduce((sum, flag) => sum | (FLAGS[flag] ?? 0), 0);
    const compiled = RE2JS.compile(pattern, bits);
    if (compiled.programSize() > MAX_PROGRAM) return TOO_MUCH;
    return { ok: true, test: (text) => compiled.test(text) };
  } catch (error) {
    const known = UNSUPPORTED.find(({ find }) => find.test(pattern));
    return { ok: false, ...(known ? { message: known.message, hint: known.hint } : plainly(error)) };
  }
};

/** Patterns look at so much of a text, in UTF-16 units: a time that is linear is still a time. */
export const MAX_SEEN = 10_000;

/** A text as patterns see it: as written, but composed and without what nobody sees. */
export const regexText = (text: string): string => {
  const start = text.length > MAX_SEEN ? text.slice(0, MAX_SEEN) : text;
  return isAscii(start) ? start : withoutInvisible(start.normalize("NFC"));
};
