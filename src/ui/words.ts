/** Words and numbers that several pages use. The pages are in English, so numbers are too. */
const numbers = new Intl.NumberFormat("en");

export const number = (n: number): string => numbers.format(n);

/** `1 post`, `2 posts`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${number(n)} ${n === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** The sentence of a failure, whatever was thrown. */
export const messageOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message || "Something went wrong.";
};

/** A moment in the person's own way of writing it; the text itself if it is no time. */
export const moment = (iso: string): string => {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? iso
    : time.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
};
