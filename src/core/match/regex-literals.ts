/**
 * What a text must hold for a pattern to match: one of these, in lower case. Found without running
 * the pattern, so that a thousand patterns cost a post no more than the few that could match it.
 */
export type Literals = readonly string[];

const MAX_ALTERNATIVES = 32;
const MAX_DEPTH = 40;

/** Thrown within this file only: syntax that is not followed. */
class Unfollowed extends Error {}

/** A text in which literals are looked for. */
export const literalText = (text: string): string => text.toLowerCase().replaceAll("ſ", "s");

/** A character that only ever matches itself, or its other case: ASCII, and scripts that have no cases. */
const plain = (char: string): string | null => {
  if (char.length === 1 && char.charCodeAt(0) < 0x80) return char.toLowerCase();
  return char.toLowerCase() === char && char.toUpperCase() === char && char.normalize("NFC") === char
    ? char
    : null;
};

interface Item {
  /** Matches exactly this character. */
  char?: string | null;
  /** Matches nothing wide: a boundary. */
  empty?: boolean;
  /** Something of these stands in each match. */
  needs?: Literals | null;
}

const better = (a: Literals | null, b: Literals | null): Literals | null => {
  if (!a || !b) return a ?? b;
  const shortest = (literals: Literals): number => Math.min(...literals.map(({ length }) => length));
  return shortest(b) > shortest(a) || (shortest(b) === shortest(a) && b.length < a.length) ? b : a;
};

class Reader {
  #at = 0;
  readonly #text: string;

  constructor(pattern: string) {
    this.#text = pattern;
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }

  #peek(): string {
    const point = this.#text.codePointAt(this.#at);
    return point === undefined ? "" : String.fromCodePoint(point);
  }

  #take(): string {
    const char = this.#peek();
    this.#at += char.length;
    return char;
  }

  #skip(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found?.[0] ?? null;
  }

  /** a|b|c, up to the end or a closing parenthesis. */
  alternation(depth: number): Literals | null {
    if (depth > MAX_DEPTH) throw new Unfollowed();
    const all: string[] = [];
    let known = true;
    for (;;) {
      const needs = this.#sequence(depth);
      if (needs) all.push(...needs);
      else known = false;
      if (this.#peek() !== "|") break;
      this.#take();
    }
    return known && all.length <= MAX_ALTERNATIVES ? all : null;
  }

  #sequence(depth: number): Literals | null {
    let best: Literals | null = null;
    let run = "";
    const flush = (): void => {
      if (run !== "") best = better(best, [run]);
      run = "";
    };
    while (!this.done && this.#peek() !== "|" && this.#peek() !== ")") {
      const item = this.#item(depth);
      const quantifier = this.#skip(/[*+?]\??|\{\d+(?:,\d*)?\}\??/y);
      if (item.empty && quantifier === null) continue;
      const optional = quantifier !== null && /^(?:[*?]|\{0+[,}])/.test(quantifier);
      if (item.char && !optional) run += item.char;
      if (quantifier !== null || !item.char) {
        flush();
        // What is repeated stands at the end of one run and at the start of the next.
        if (item.char && !optional) run = item.char;
      }
      if (item.needs && !optional) best = better(best, item.needs);
    }
    flush();
    return best;
  }

  #item(depth: number): Item {
    const char = this.#take();
    if (char === "(") return this.#group(depth);
    if (char === "[") return this.#class();
    if (char === "\\") return this.#escape();
    if (char === "^" || char === "$") return { empty: true };
    return char === "." ? {} : { char: plain(char) };
  }

  #group(depth: number): Item {
    if (this.#peek() === "?") {
      const flags = this.#skip(/\?[imsU-]*\)/y);
      if (flags !== null) return { empty: true };
      if (this.#skip(/\?(?:P?<[^>]*>|[imsU-]*:)/y) === null) throw new Unfollowed();
    }
    const needs = this.alternation(depth + 1);
    if (this.#take() !== ")") throw new Unfollowed();
    return { needs };
  }

  /** `[Dd]` is one character whatever its case; any other class is unknown. */
  #class(): Item {
    const body = this.#skip(/\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\]/y);
    if (body === null) throw new Unfollowed();
    const chars = new Set(
      Array.from(body.slice(0, -1), (char) => (/[a-z0-9]/i.test(char) ? char.toLowerCase() : "")),
    );
    const [only] = chars;
    return chars.size === 1 && only ? { char: only } : {};
  }

  #escape(): Item {
    if (this.#skip(/[bBAz]/y) !== null) return { empty: true };
    if (this.#skip(/[dDwWsSntrfva]|x\{[0-9A-Fa-f]+\}|x[0-9A-Fa-f]{2}|[pP](?:\{[^}]*\}|[A-Za-z])/y) !== null)
      return {};
    const char = this.#take();
    if (char === "" || /[\p{L}\p{N}]/u.test(char)) throw new Unfollowed();
    return { char: plain(char) };
  }
}

/** Literals of which one must stand in each text that the pattern matches, or null if none are known. */
export const requiredLiterals = (pattern: string): Literals | null => {
  try {
    const reader = new Reader(pattern);
    const needs = reader.alternation(0);
    return reader.done ? needs : null;
  } catch (error) {
    if (error instanceof Unfollowed) return null;
    throw error;
  }
};
