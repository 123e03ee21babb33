import type { Action } from "./action";

/** A stretch of a line: columns in UTF-16 units, 0-based, `to` excluded. */
export interface Span {
  from: number;
  to: number;
}

/** A test on a post. Terms of one rule are joined by AND; `not` turns a term round. */
export type Condition =
  | { kind: "phrase"; phrase: string }
  | { kind: "from"; handle: string }
  | { kind: "site"; site: string }
  /** `ai>99%`: the model's percentile is above `above` (0-100). */
  | { kind: "ai"; above: number }
  | { kind: "is"; mark: string };

export type Term = Condition & { not: boolean };

/** One line: what is done with posts that meet all terms. */
export interface Rule {
  action: Action;
  terms: Term[];
  /** What follows ` ; `, for people. */
  note?: string;
  /** 1-based. */
  line: number;
  /** The line as it was written, trimmed. */
  text: string;
}

/** What is wrong with a line, and how to mend it. */
export interface Problem extends Span {
  /** 1-based. */
  line: number;
  message: string;
  hint?: string;
}
