import * as v from "valibot";

/** Longest post text that is kept, in UTF-16 units. What is longer is cut by the reader. */
export const MAX_TEXT = 20_000;

/** Most posts in one message. */
export const MAX_BATCH = 64;

/** A string of at most `max` UTF-16 units. */
export const bounded = (max: number) => v.pipe(v.string(), v.maxLength(max));
