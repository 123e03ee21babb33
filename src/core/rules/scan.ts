import { type Comparison, REGEX_PLACES, type Span } from "../vocab/rule";

export type Operator = ":" | Comparison;

/** One piece of a query. Columns are those of the whole line. */
export type Token = Span &
  (
    | { kind: "open" | "close" | "or" | "not" }
    /** A field's name in lower case and its operator; its value, if it has one, is the next token. */
    | { kind: "field"; name: string; operator: Operator }
    | { kind: "word"; value: string; quoted: boolean }
    | { kind: "regex"; pattern: string; flags: string }
    | { kind: "error"; message: string; hint: string }
  );

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“", "«": "»" };
const FIELD = /(\p{L}[\p{L}\p{N}-]{0,39})(:|>=|<=|>|<)/uy;
const SPACE = /\s/u;

const isSpace = (char: string | undefined): boolean =>
  char === " " || (char !== undefined && SPACE.test(char));

/** The column of the mark that closes what starts at `at`, or -1. A backslash keeps the character that follows. */
const closing = (line: string, at: number, mark: string): number => {
  let inClass = false;
  for (let i = at + 1; i < line.length; i += 1) {
    const char = line[i];
    if (char === "\\") i += 1;
    else if (mark === "/" && char === "[") inClass = true;
    else if (mark === "/" && char === "]") inClass = false;
    else if (char === mark && !inClass) return i;
  }
  return -1;
};

/** The column where a bare word ends: white space, or a parenthesis that was not opened within it. */
const wordEnd = (line: string, from: number): number => {
  let open = 0;
  let at = from;
  for (; at < line.length && !isSpace(line[at]); at += 1) {
    if (line[at] === "(") open += 1;
    else if (line[at] === ")") {
      if (open === 0) break;
      open -= 1;
    }
  }
  return at;
};

/** Behind any other field a slash is a slash. */
const takesPattern = (token: Token): boolean =>
  token.kind === "field" && REGEX_PLACES.some((place) => place === token.name);

const regexAt = (line: string, at: number): Token => {
  const end = closing(line, at, "/");
  if (end === -1) {
    const to = wordEnd(line, at);
    const hint = `Add / where it ends. To look for it as text, write "${line.slice(at, to)}".`;
    return { kind: "error", from: at, to, message: "This pattern is not closed.", hint };
  }
  const to = wordEnd(line, end + 1);
  const flags = line.slice(end + 1, to);
  if (!/^[imsu]*$/.test(flags)) {
    const hint = /^[a-z]{1,2}$/.test(flags)
      ? "A pattern may have the flags i (any case), m (lines) and s (dot matches line ends)."
      : `To look for it as text, write "${line.slice(at, to)}".`;
    return { kind: "error", from: end + 1, to, message: `A pattern cannot end in “${flags}”.`, hint };
  }
  const sorted = ["i", "m", "s"].filter((flag) => flags.includes(flag)).join("");
  const pattern = line.slice(at + 1, end).replace(/\\[^]/g, (pair) => (pair === "\\/" ? "/" : pair));
  return { kind: "regex", from: at, to, pattern, flags: sorted };
};

const quotedAt = (line: string, at: number, mark: string): Token => {
  const end = closing(line, at, mark);
  if (end === -1) {
    const hint = `Add ${mark} where it ends.`;
    return { kind: "error", from: at, to: line.length, message: "This phrase is not closed.", hint };
  }
  const value = line.slice(at + 1, end).replace(/\\([^])/g, "$1");
  return { kind: "word", from: at, to: end + 1, value, quoted: true };
};

/**
 * Split a query, from column `from` of a line, into tokens; `note` is the column of the `;` that ends
 * it, or the line's length. Never throws; what cannot be read is a token of kind `error`. Time is
 * linear in the line.
 */
export const scan = (line: string, from: number): { tokens: Token[]; note: number } => {
  const tokens: Token[] = [];
  let at = from;
  let afterSpace = true;
  while (at < line.length) {
    const char = line[at] ?? "";
    if (isSpace(char)) {
      at += 1;
      afterSpace = true;
      continue;
    }
    if (char === ";" && afterSpace) return { tokens, note: at };
    const last = tokens.at(-1);
    const value = last?.kind === "field" && last.to === at;
    const mark = CLOSING[char];
    let token: Token | undefined;
    if (char === "(" || char === ")") token = { kind: char === "(" ? "open" : "close", from: at, to: at + 1 };
    else if (mark !== undefined) token = quotedAt(line, at, mark);
    else if (char === "/" && (!value || takesPattern(last))) token = regexAt(line, at);
    else if (char === "-" && !value) {
      const alone = at + 1 >= line.length || isSpace(line[at + 1]);
      token = alone
        ? {
            kind: "error",
            from: at,
            to: at + 1,
            message: "A - turns round what stands right behind it.",
            hint: 'Leave out the space. To look for the sign itself, write "-".',
          }
        : { kind: "not", from: at, to: at + 1 };
    } else if (!value) {
      FIELD.lastIndex = at;
      const field = FIELD.exec(line);
      if (field?.[1] && field[2])
        token = {
          kind: "field",
          from: at,
          to: at + field[0].length,
          name: field[1].toLowerCase(),
          operator: field[2] as Operator,
        };
    }
    if (!token) {
      const to = !value && line.startsWith("OR(", at) ? at + 2 : wordEnd(line, at);
      const word = line.slice(at, to);
      token =
        word === "OR" && !value
          ? { kind: "or", from: at, to }
          : { kind: "word", from: at, to, value: word, quoted: false };
    }
    tokens.push(token);
    at = token.to;
    afterSpace = false;
  }
  return { tokens, note: line.length };
};
