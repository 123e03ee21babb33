import { MAX_LIST_LINES } from "./limits";

/** The same text whatever system wrote it: no byte order mark, `\n` between lines, one `\n` at the end. */
export const normalise = (text: string): string => {
  const lines = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  // A loop, since a regex for the end of a text looks from every line break inside it.
  let end = lines.length;
  while (end > 0 && lines[end - 1] === "\n") end -= 1;
  return end === 0 ? "" : `${lines.slice(0, end)}\n`;
};

/** The lines of a normalised text. */
export const linesOf = (text: string): string[] => {
  const lines = text.split("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  return lines;
};

const countLines = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
};

const MARKUP =
  /^(?:<!--[^]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype|html|head|body|script|svg|meta|title|div|p|table|rss|feed)\b/i;

/**
 * Why a text cannot be a list at all, in words; null if it may be one. Error pages and sign-in pages come
 * with any status and any type: what begins with markup is never a list.
 */
export const notAList = (text: string): string | null => {
  const start = text
    .slice(0, 4_000)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (start === "" && text.trim() === "") return "It is empty.";
  if (MARKUP.test(start))
    return "It is a web page, not a list. If the page shows a list, give the address of the plain file.";
  if (/[\u0000-\u0008\u000E-\u001A]/.test(start)) return "It is not a text file.";
  if (/^[[{]\s*["{[\]}]/.test(start)) return "It is JSON, not a list.";
  if (countLines(text) > MAX_LIST_LINES)
    return `It has more than ${MAX_LIST_LINES.toLocaleString("en")} lines, which is the most that Winnow takes.`;
  return null;
};
