/** A surrogate without its other half. It is no character, and breaks encoders. */
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Controls that no text means: all of C0 and DEL but tab and line feed. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** Cut to at most `max` UTF-16 units, never through a character. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
};

/** Make text of a page safe to keep and to send: whole characters only, no null bytes, at most `max` units. */
export const clean = (text: string, max: number): string =>
  cut(
    cut(text, max * 2)
      .replace(/\r\n?/g, "\n")
      .replace(CONTROLS, "")
      .replace(LONE, "\uFFFD")
      .trim(),
    max,
  );

/** What a site wraps names in, so that a right-to-left one does not turn the line around. */
const WRAPPED = /^(?:\u202a(.*)\u202c|[\u2066-\u2068](.*)\u2069)$/s;

/** A name on one line, without the site's wrapping. */
export const cleanName = (name: string): string => {
  const line = name.replace(/\s+/g, " ").trim();
  const [, embedded, isolated] = WRAPPED.exec(line) ?? [];
  return (embedded ?? isolated ?? line).trim();
};
