/** Longest line that is read, in UTF-16 units. */
export const MAX_LINE = 2_000;

/** Lines beyond these are left out. */
export const MAX_LINES = 500_000;

/** Patterns beyond these are left out: each has to be compiled to know that it parses. */
export const MAX_REGEXES = 2_000;

/** Problems beyond these are not named one by one; neither are warnings. */
export const MAX_PROBLEMS = 1_000;

/** Parentheses and signs within one another. */
export const MAX_DEPTH = 40;

/** Longest value of a header, in UTF-16 units. */
export const MAX_HEADER = 500;
