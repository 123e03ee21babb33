import { collector, type Importer, isHost, isPath, urlRule } from "./collect";

const PATTERN = /^(\*|https?|ftp):\/\/([^/]*)(\/\S*)$/;
const REGEX = /^(?:url\s*(?:=~)?\s*)?\/((?:[^/\\]|\\.)+)\/([a-z]*)$/;
const COMPARED = /^(url|host)\s*([*^$]?=)\s*"((?:[^"\\]|\\.)*)"\s*(i?)$/;

/** What stands before a trailing `# comment`, outside quotes and regular expressions. */
const withoutComment = (line: string): string =>
  /^\s*#/.test(line) ? "" : line.replace(/\s#\s.*$/u, "").trim();

type Read = { query: string; note?: string } | { why: string };

const readPattern = (host: string, path: string): Read => {
  const name = host.toLowerCase().replace(/^\*\./, "");
  if (host === "*") return { why: "It is for every host." };
  if (!isHost(name)) return { why: "Its host is not one name: * may stand only at its start." };
  const start = path.replace(/\*$/, "").replace(/\/$/, "");
  if (start !== "" && !isPath(start)) return { why: "Its path has wildcards in the middle." };
  const query = urlRule("label", name, start).replace("label: ", "");
  return host.startsWith("*.") ? { query } : { query, note: "takes in subdomains" };
};

const readCompared = (field: string, operator: string, value: string): Read => {
  const name = value.toLowerCase().replace(/^\./, "");
  if (field === "host" && (operator === "=" || (operator === "$=" && value.startsWith("."))) && isHost(name))
    return { query: `url:${name}`, ...(operator === "=" && { note: "takes in subdomains" }) };
  if (field === "url" && value !== "") {
    const pattern = value.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    if (operator === "*=") return { query: `url:/${pattern}/` };
    if (operator === "^=") return { query: `url:/^${pattern}/` };
    if (operator === "$=") return { query: `url:/${pattern}$/` };
  }
  return { why: "This comparison has no counterpart." };
};

const readRule = (text: string): Read => {
  const pattern = PATTERN.exec(text);
  if (pattern) return readPattern(pattern[2] ?? "", pattern[3] ?? "");
  const regex = REGEX.exec(text);
  if (regex) {
    // Flags that change nothing here (the whole address is looked at, letters are letters) are left out.
    const flags = (regex[2] ?? "").replace(/[gudyv]/g, "");
    return { query: `url:/${regex[1] ?? ""}/${flags}` };
  }
  const compared = COMPARED.exec(text);
  if (compared) return readCompared(compared[1] ?? "", compared[2] ?? "", compared[3] ?? "");
  if (/\btitle\b/.test(text)) return { why: "It speaks of the title of a search result." };
  if (/\$(?:site|category)\b|@if\s*\(/.test(text)) return { why: "It holds for some search pages only." };
  return { why: "It is not a rule of uBlacklist that has a counterpart." };
};

/** Rulesets of uBlacklist: addresses of search results, as links in posts. */
export const importUblacklist: Importer = (lines, { action }) => {
  const into = collector();
  let title: string | undefined;
  let start = 0;
  if (lines[0]?.trim() === "---") {
    const end = lines.findIndex((line, at) => at > 0 && line.trim() === "---");
    if (end > 0) {
      title = lines
        .slice(1, end)
        .map((line) => /^name\s*:\s*["']?(.*?)["']?\s*$/.exec(line)?.[1])
        .find(Boolean);
      start = end + 1;
    }
  }
  lines.forEach((source, at) => {
    const text = at < start ? "" : withoutComment(source);
    if (text === "") return;
    const marked = /^@(\d*)/.exec(text);
    if (marked?.[1]) return into.leave(source, at + 1, "It highlights, which has no counterpart.");
    const read = readRule(marked ? text.slice(1).trim() : text);
    if ("why" in read) return into.leave(source, at + 1, read.why);
    into.carry(`${marked ? "keep" : action}: ${read.query}`, at + 1, read.note);
  });
  return into.done(title);
};
