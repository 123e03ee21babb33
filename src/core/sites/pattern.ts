type Token = { literal: string } | { run: RunKind; capture: boolean };
type RunKind = "digits" | "word" | "token" | "time" | "any";

const RUNS: Record<RunKind, (code: number) => boolean> = {
  digits: (c) => c >= 48 && c <= 57,
  word: (c) => (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95,
  token: (c) => RUNS.word(c) || c === 45,
  // ISO 8601: digits, + - . : T Z
  time: (c) => RUNS.digits(c) || c === 43 || c === 45 || c === 46 || c === 58 || c === 84 || c === 90,
  any: (c) => c !== 47 && c !== 63 && c !== 35,
};

interface Compiled {
  tokens: Token[];
  openStart: boolean;
  openEnd: boolean;
}

const compiled = new Map<string, Compiled>();

const compile = (pattern: string): Compiled => {
  const known = compiled.get(pattern);
  if (known) return known;
  const openStart = pattern.startsWith("**");
  const openEnd = pattern.length > 2 && pattern.endsWith("**");
  const body = pattern.slice(openStart ? 2 : 0, openEnd ? -2 : undefined);
  const tokens: Token[] = [];
  for (const piece of body.split(/(\*|\{(?:digits|word|token|time|any)\})/)) {
    if (piece === "") continue;
    if (piece === "*") tokens.push({ run: "any", capture: false });
    else if (/^\{(?:digits|word|token|time|any)\}$/.test(piece))
      tokens.push({ run: piece.slice(1, -1) as RunKind, capture: true });
    else tokens.push({ literal: piece });
  }
  const result = { tokens, openStart, openEnd };
  if (compiled.size < 2_000) compiled.set(pattern, result);
  return result;
};

const matchAt = ({ tokens, openEnd }: Compiled, text: string, start: number): string | null => {
  let at = start;
  let caught: string | null = null;
  for (const token of tokens) {
    if ("literal" in token) {
      if (!text.startsWith(token.literal, at)) return null;
      at += token.literal.length;
      continue;
    }
    const from = at;
    const belongs = RUNS[token.run];
    while (at < text.length && belongs(text.charCodeAt(at))) at += 1;
    if (at === from) return null;
    if (token.capture) caught = text.slice(from, at);
  }
  if (!openEnd && at !== text.length) return null;
  return caught ?? text;
};

/**
 * Match the small pattern language of site files. Literals match themselves; `*` is a run of one or
 * more characters other than `/ ? #`; `{digits}`, `{word}` (letters, digits, `_`), `{token}`
 * (these and `-`), `{time}` (an ISO 8601 time) and `{any}` (as `*`) catch a run; `**` at the start or the end leaves that end open. A run takes all that it can and
 * never gives back, so matching is linear (with an open start, from the first place where the leading
 * literal occurs).
 * @returns what was caught, or the whole text if the pattern catches nothing; null if it does not fit
 */
export const matchPattern = (pattern: string, text: string): string | null => {
  const parts = compile(pattern);
  if (!parts.openStart) return matchAt(parts, text, 0);
  const [head] = parts.tokens;
  if (!head) return text;
  if (!("literal" in head)) return matchAt(parts, text, 0);
  const start = parts.openEnd ? text.indexOf(head.literal) : text.lastIndexOf(head.literal);
  return start < 0 ? null : matchAt(parts, text, start);
};

/** The first fit among patterns, as `matchPattern` gives it. */
export const matchFirst = (patterns: readonly string[], text: string): string | null => {
  for (const pattern of patterns) {
    const found = matchPattern(pattern, text);
    if (found !== null) return found;
  }
  return null;
};
