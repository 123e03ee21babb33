import { withoutInvisible } from "../match/characters";
import { compileRegex } from "../match/regex";
import type { Query, RegexPlace } from "../vocab/rule";
import { bad, type Complaint, good, type Read } from "./complaint";
import { fieldOf, readWords, regexPlaceOf } from "./fields";
import { MAX_DEPTH } from "./limits";
import { scan, type Token } from "./scan";

/** How many more patterns may be compiled to see whether they parse; `null`: it is known that they do. */
export interface Budget {
  regexes: number | null;
}

type FieldToken = Extract<Token, { kind: "field" }>;

/** AND and NOT are written otherwise here. */
const WRITTEN: Readonly<Record<string, string>> = {
  AND: 'A space already means AND: leave it out. To look for the word, write "AND".',
  NOT: 'Write - right before what must not hold. To look for the word, write "NOT".',
};

/**
 * Recursive descent over the tokens of one line: any, all, unary, primary. What is wrong is noted and
 * stepped over, so that all mistakes of a line are named at once.
 */
class QueryParser {
  readonly complaints: Complaint[] = [];
  readonly warnings: Complaint[] = [];
  #at = 0;
  readonly #line: string;
  readonly #tokens: readonly Token[];
  readonly #budget: Budget;

  constructor(line: string, tokens: readonly Token[], budget: Budget) {
    this.#line = line;
    this.#tokens = tokens;
    this.#budget = budget;
  }

  parse(): Query | null {
    const query = this.#any(0, null);
    for (let token = this.#peek(); token; token = this.#peek()) {
      this.#complain(token, {
        message: "This parenthesis was not opened.",
        hint: 'Leave it out. To look for the sign itself, write ")".',
      });
      this.#at += 1;
      this.#any(0, null);
    }
    return query;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #complain({ from, to }: { from: number; to: number }, what: Omit<Complaint, "from" | "to">): null {
    this.complaints.push({
      from,
      to,
      message: what.message,
      ...(what.hint !== undefined && { hint: what.hint }),
    });
    return null;
  }

  /** a b OR c d */
  #any(depth: number, field: FieldToken | null): Query | null {
    const start = this.#at;
    const queries: (Query | null)[] = [];
    let mixed = false;
    for (;;) {
      const before = this.#at;
      const query = this.#all(depth, field);
      mixed ||= query?.kind === "all" && this.#tokens[before]?.kind !== "open";
      const or = this.#peek();
      const more = or?.kind === "or";
      if (this.#at === before && (more || queries.length > 0)) {
        this.#complain(or ?? this.#tokens[before - 1] ?? { from: 0, to: 0 }, {
          message: "OR stands between two things.",
          hint: 'To look for the word itself, write "OR".',
        });
      }
      queries.push(query);
      if (!more) break;
      this.#at += 1;
    }
    if (queries.length === 1) return queries[0] ?? null;
    if (mixed) {
      const from = this.#tokens[start]?.from ?? 0;
      this.warnings.push({
        from,
        to: this.#tokens[this.#at - 1]?.to ?? from,
        message: "A space binds tighter than OR: a b OR c means (a b) OR c.",
        hint: "Put parentheses around what belongs together.",
      });
    }
    const known = queries.filter((query) => query !== null);
    return known.length === queries.length ? { kind: "any", queries: known } : null;
  }

  /** a b c */
  #all(depth: number, field: FieldToken | null): Query | null {
    const queries: Query[] = [];
    let whole = true;
    for (
      let token = this.#peek();
      token && token.kind !== "or" && token.kind !== "close";
      token = this.#peek()
    ) {
      const query = this.#unary(depth, field);
      if (query) queries.push(query);
      else whole = false;
    }
    const [first] = queries;
    if (!whole || first === undefined) return null;
    return queries.length === 1 ? first : { kind: "all", queries };
  }

  #unary(depth: number, field: FieldToken | null): Query | null {
    const token = this.#peek();
    if (token?.kind !== "not") return this.#primary(depth, field);
    this.#at += 1;
    const next = this.#peek();
    if (depth >= MAX_DEPTH) return this.#tooDeep(token);
    if (!next || next.kind === "or" || next.kind === "close")
      return this.#complain(token, { message: "There is nothing behind this -.", hint: "Leave it out." });
    const query = this.#unary(depth + 1, field);
    return query && { kind: "not", query };
  }

  #tooDeep(token: Token): null {
    this.#at = this.#tokens.length;
    return this.#complain(token, {
      message: `More than ${MAX_DEPTH} parentheses and signs stand within one another.`,
      hint: "Split this into several rules.",
    });
  }

  #primary(depth: number, field: FieldToken | null): Query | null {
    const token = this.#peek();
    if (!token) return null;
    this.#at += 1;
    switch (token.kind) {
      case "open":
        return this.#group(token, depth, field);
      case "field":
        return this.#field(token, depth, field);
      case "word":
      case "regex":
        return this.#value(token, field);
      case "error":
        return this.#complain(token, token);
      default:
        return null;
    }
  }

  #group(open: Token, depth: number, field: FieldToken | null): Query | null {
    if (depth >= MAX_DEPTH) return this.#tooDeep(open);
    const start = this.#at;
    const query = this.#any(depth + 1, field);
    const close = this.#peek();
    if (close?.kind !== "close") {
      return this.complaints.length > 0 && !close
        ? null
        : this.#complain(open, { message: "This parenthesis is not closed.", hint: "Add ) where it ends." });
    }
    this.#at += 1;
    if (this.#at === start + 1)
      return this.#complain({ from: open.from, to: close.to }, { message: "These parentheses are empty." });
    return query;
  }

  #field(token: FieldToken, depth: number, outer: FieldToken | null): Query | null {
    const value = this.#peek();
    const near = value?.from === token.to ? value : undefined;
    if (outer) {
      if (near) this.#at += 1;
      return this.#complain(token, {
        message: `A field cannot stand in the parentheses of ${outer.name}:`,
        hint: "Close them before it.",
      });
    }
    if (near?.kind === "word" || near?.kind === "regex") {
      this.#at += 1;
      return this.#value(near, token);
    }
    const field = fieldOf(token.name, token.operator, "");
    if (near?.kind === "open") {
      this.#at += 1;
      const query = this.#group(near, depth, token);
      return field.ok ? query : this.#complain(token, field);
    }
    if (near?.kind === "error") {
      this.#at += 1;
      return this.#complain(near, near);
    }
    if (!field.ok) return this.#complain(token, field);
    return this.#complain(token, {
      message: `${token.name}${token.operator} has no value.`,
      hint: `Write it right behind, without a space: ${token.name}${token.operator}${field.value.example}.`,
    });
  }

  /** A word or pattern, looked for in the place that its field names. */
  #value(token: Extract<Token, { kind: "word" | "regex" }>, field: FieldToken | null): Query | null {
    const read = token.kind === "regex" ? this.#regex(token, field) : this.#word(token, field);
    if (read.ok) return read.value;
    return this.#complain(
      { from: Math.min(token.from, field?.to === token.from ? field.from : token.from), to: token.to },
      read,
    );
  }

  #word(token: Extract<Token, { kind: "word" }>, field: FieldToken | null): Read<Query> {
    if (!field) {
      const written = token.quoted || !Object.hasOwn(WRITTEN, token.value) ? undefined : WRITTEN[token.value];
      return written === undefined
        ? readWords(token.value, "post")
        : bad(`${token.value} is not written so here.`, written);
    }
    const known = fieldOf(field.name, field.operator, token.value);
    return known.ok ? known.value.read(token.value, field.operator) : known;
  }

  #regex(token: Extract<Token, { kind: "regex" }>, field: FieldToken | null): Read<Query> {
    let place: RegexPlace | null = "post";
    if (field) {
      const known = fieldOf(field.name, field.operator, this.#line.slice(token.from, token.to));
      if (!known.ok) return known;
      place = regexPlaceOf(field.name);
      if (!place)
        return bad(
          `${field.name}${field.operator} takes no pattern.`,
          `Such as ${field.name}${field.operator}${known.value.example}.`,
        );
    }
    const pattern = withoutInvisible(token.pattern);
    if (pattern === "") return bad("This pattern is empty.", "It would match every post.");
    if (this.#budget.regexes !== null) {
      if (this.#budget.regexes <= 0)
        return bad("There are too many patterns in this list.", "Use words and phrases where they do.");
      this.#budget.regexes -= 1;
      const compiled = compileRegex(pattern, token.flags);
      if (!compiled.ok) return bad(compiled.message, compiled.hint);
    }
    return good({ kind: "regex", place, pattern, flags: token.flags });
  }
}

export interface ParsedQuery {
  /** Null if there are complaints, or nothing was asked. */
  query: Query | null;
  complaints: Complaint[];
  warnings: Complaint[];
  /** Column of the `;` that starts the note, or the line's length. */
  note: number;
}

/** Parse the query of a line from column `from`. Never throws; linear in the line. */
export const parseQuery = (line: string, from: number, budget: Budget): ParsedQuery => {
  const { tokens, note } = scan(line, from);
  const parser = new QueryParser(line, tokens, budget);
  const query = parser.parse();
  const { complaints, warnings } = parser;
  if (tokens.length === 0) {
    complaints.push({
      from: Math.max(0, from - 1),
      to: note,
      message: "This rule names nothing.",
      hint: 'Add a word, a "phrase" or from:@name.',
    });
  }
  return { query: complaints.length > 0 ? null : query, complaints, warnings, note };
};
