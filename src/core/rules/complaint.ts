import type { Span } from "../vocab/rule";

/** What is wrong, before it is known on which line. A hint that takes work is only worked out if it is shown. */
export interface Complaint extends Span {
  message: string;
  hint?: string | (() => string | undefined) | undefined;
}

/** What a reader of a value says: the value, or what is wrong with it. */
export type Read<T> = { ok: true; value: T } | { ok: false; message: string; hint?: Complaint["hint"] };

export const good = <T>(value: T): Read<T> => ({ ok: true, value });

export const bad = (message: string, hint?: Complaint["hint"]): Read<never> => ({
  ok: false,
  message,
  ...(hint !== undefined && { hint }),
});

/** A character that nobody sees, by its number. */
export const nameOf = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
