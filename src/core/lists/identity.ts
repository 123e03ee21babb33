import type { Rule } from "../vocab/rule";
import { standard, toBytes } from "./standard";

/** What makes two rules the same: action and query. Notes, spelling and order of lines do not count. */
export const keyOf = (rule: Pick<Rule, "action" | "query">): string =>
  `${rule.action} ${JSON.stringify(rule.query)}`;

/** Name of a text or of several together: the first 16 bytes of the SHA-256, in hex. */
export const versionOf = async (texts: readonly string[]): Promise<string> => {
  // Lengths in between, so that a line moved from one text to the next makes another name.
  const bytes = toBytes(texts.map((text) => `${text.length}\n${text}`).join(""));
  const digest = new Uint8Array(await standard.crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
};
