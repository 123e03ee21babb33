import { collector, fromRule, type Importer, isHandle, wordsRule } from "./collect";
import { readCsv } from "./csv";

/** A handle as addresses have it (`%C3%A9`) in its own letters. */
const decoded = (text: string): string => {
  try {
    return text.includes("%") ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
};

const NOT_A_HANDLE = "It is not a handle.";

/** AiSList: YouTube handles, one a line; `!` for comments. */
export const importAislist: Importer = (lines, { action, site = "youtube.com" }) => {
  const into = collector();
  let title: string | undefined;
  lines.forEach((source, at) => {
    const text = decoded(source.trim());
    if (text === "") return;
    if (text.startsWith("!")) {
      title ??= /^!\s*title\s*:\s*(.+)$/i.exec(text)?.[1];
      return;
    }
    if (/^UC[\w-]{22}$/.test(text))
      into.leave(source, at + 1, "It is a channel's number; pages show handles.");
    else if (text.startsWith("@") && isHandle(text)) into.carry(fromRule(action, text, site), at + 1);
    else into.leave(source, at + 1, NOT_A_HANDLE);
  });
  return into.done(title);
};

/** Handles, one a line, with or without `@`; `#` or `!` and a space for comments. */
export const importHandles: Importer = (lines, { action, site }) => {
  const into = collector();
  lines.forEach((source, at) => {
    const text = decoded(source.trim());
    if (text === "" || /^[#!](?:\s|$)/.test(text)) return;
    const handle = text.replace(/^https:\/\/(?:www\.)?[\w.-]+\/@?([\w.-]+)\/?$/, "$1");
    if (isHandle(handle)) into.carry(fromRule(action, handle, site), at + 1);
    else into.leave(source, at + 1, NOT_A_HANDLE);
  });
  return into.done();
};

/** Words or phrases, one a line; `#tag` for a tag, `@name` for a handle, `#` or `!` and a space for comments. */
export const importWords: Importer = (lines, { action, site }) => {
  const into = collector();
  lines.forEach((source, at) => {
    const text = source.trim();
    if (text === "" || /^[#!](?:\s|$)/.test(text)) return;
    if (text.length > 500) into.leave(source, at + 1, "It is too long for a phrase.");
    else if (/^#[\p{L}\p{N}\p{M}_]+$/u.test(text)) into.carry(`${action}: tag:${text.slice(1)}`, at + 1);
    else if (text.startsWith("@") && isHandle(text)) into.carry(fromRule(action, text, site), at + 1);
    else into.carry(wordsRule(action, text.replace(/^"(.*)"$/u, "$1")), at + 1);
  });
  return into.done();
};

/** Mastodon's exports: blocks and mutes (accounts), and blocked servers. */
export const importMastodon: Importer = (lines, { action }) => {
  const into = collector();
  const rows = readCsv(lines);
  const servers = /^#?domain$/i.test(rows[0]?.cells[0]?.trim() ?? "");
  rows.forEach(({ cells, line }, at) => {
    const text = cells[0]?.trim() ?? "";
    if (text === "" || (at === 0 && (servers || /^account address$/i.test(text)))) return;
    const source = cells.join(",");
    if (/^[^@\s]+@[^@\s]+$/.test(text.replace(/^@/, ""))) {
      if (!isHandle(text)) return into.leave(source, line, NOT_A_HANDLE);
      return into.carry(fromRule(action, text), line);
    }
    // A server is everything after the @ of a handle. Servers hidden by stars are not told.
    if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(text))
      return into.carry(
        `${action}: from:/@${text.toLowerCase().replaceAll(".", "\\.")}$/`,
        line,
        "needs leave for regular expressions",
      );
    into.leave(source, line, "It is neither an account nor a server.");
  });
  return into.done();
};

interface Entry {
  accountId?: unknown;
  userLink?: unknown;
}

/** X's archive: block.js and mute.js. They hold account numbers, and names only where a link shows one. */
export const importXArchive: Importer = (lines, { action, site = "x.com" }) => {
  const into = collector();
  const text = lines.join("\n");
  let raw: unknown;
  try {
    raw = JSON.parse(
      text
        .slice(text.indexOf("=") + 1)
        .trim()
        .replace(/;$/, ""),
    );
  } catch {
    into.leave(lines[0] ?? "", 1, "It is not a file of X's archive: what follows the first = is not JSON.");
    return into.done();
  }
  for (const item of Array.isArray(raw) ? (raw as unknown[]) : []) {
    const entry = (Object.values((item ?? {}) as object)[0] ?? {}) as Entry;
    const link = typeof entry.userLink === "string" ? entry.userLink : "";
    const name = /^https:\/\/(?:twitter|x)\.com\/([A-Za-z0-9_]{1,15})$/.exec(link)?.[1];
    if (name) into.carry(fromRule(action, name, site), 1);
    else
      into.leave(
        String(entry.accountId ?? "?"),
        1,
        "X's archive gives the account's number only; pages show names.",
      );
  }
  return into.done();
};
