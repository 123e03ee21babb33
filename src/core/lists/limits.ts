/** Largest list that is downloaded or opened, in bytes. 100,000 rules take about 5 MB. */
export const MAX_LIST_BYTES = 10_000_000;

/** Most lines of a list. Ad-block lists, the largest in use, have 100,000 to 300,000. */
export const MAX_LIST_LINES = 400_000;

/** Longest address of a list, in UTF-16 units. */
export const MAX_ADDRESS = 2_000;

/** How far includes may go: a list, what it includes, and what that includes in turn. */
export const MAX_INCLUDE_DEPTH = 4;

/** Most lists that one list may bring along, counted through all depths. */
export const MAX_INCLUDES = 20;

/** Most lines of a list and all that it includes, together. */
export const MAX_MERGED_LINES = 500_000;

/** Shortest time between two downloads of a list, whatever the list or the user says, in milliseconds. */
export const MIN_INTERVAL = 4 * 3_600_000;

/** What holds where neither the list nor the user says how often, in milliseconds. */
export const DEFAULT_INTERVAL = 24 * 3_600_000;

/** Longest time between two downloads, in milliseconds. */
export const MAX_INTERVAL = 30 * 24 * 3_600_000;

/** Longest share code that is read, in characters, and longest text that it may unpack to, in bytes. */
export const MAX_SHARE_CODE = 400_000;
export const MAX_SHARED_TEXT = 2_000_000;

/** Longest text that goes into a QR picture: version 40, level L, bytes (ISO/IEC 18004, table 7). */
export const MAX_QR_CHARACTERS = 2_953;
