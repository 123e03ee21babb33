import type { Action } from "../../vocab/action";
import { type Collector, collector, type Importer, isHost, isPath, urlRule } from "./collect";

/** Names that hosts files give to the machine itself. */
const OWN = /^(?:localhost|localhost\..*|local|broadcasthost|ip6-.*|0\.0\.0\.0)$/;

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:]+(?:%\w+)?)$/i;

const carryHost = (into: Collector, action: Action, text: string, source: string, line: number): void => {
  const host = text
    .toLowerCase()
    .replace(/^\*\.|^\./, "")
    .replace(/\.$/, "");
  if (OWN.test(host)) return;
  if (ADDRESS.test(host))
    into.leave(source, line, "It is a numeric address, which no post links to by name.");
  else if (isHost(host)) into.carry(urlRule(action, host), line);
  else into.leave(source, line, "It is not the name of a host.");
};

/** One host a line, `#` or `!` for comments; and hosts files, with an address before the names. */
export const importDomains: Importer = (lines, { action }) => {
  const into = collector();
  lines.forEach((source, at) => {
    const text = source.replace(/(?:^|\s)#.*$/u, "").trim();
    if (text === "" || text.startsWith("!")) return;
    const [first = "", ...names] = text.split(/\s+/u);
    if (names.length === 0) return carryHost(into, action, first, source, at + 1);
    if (!ADDRESS.test(first))
      return into.leave(source, at + 1, "It is neither a host nor a line of a hosts file.");
    for (const name of names) carryHost(into, action, name, source, at + 1);
  });
  return into.done();
};

const NETWORK = /^(@@)?\|\|([^/^$|*]+)(\/[^^$|*]*)?(?:\^|\*|\|)*(?:\$(.*))?$/;
/** Options that narrow a rule to something other than a page that is linked to. */
const PAGE_OPTIONS = /^(?:document|doc|all|important|popup|third-party|3p|subdocument)$/;
const HREF = /\[href\s*[*^~|]?=\s*"?'?(?:https?:\/\/)?(?:www\.)?([^"'/\]]+)(\/[^"'\]]*)?["']?/i;

/** Lists of ad blockers, as far as they name hosts: `||host^`, exceptions, links in cosmetic rules, hosts lines. */
export const importUblock: Importer = (lines, options) => {
  const into = collector();
  let title: string | undefined;
  lines.forEach((source, at) => {
    const text = source.trim();
    if (text === "") return;
    if (text.startsWith("!")) {
      title ??= /^!\s*title\s*:\s*(.+)$/i.exec(text)?.[1];
      return;
    }
    if (/^\[.*\]$/.test(text) || /^#(?![#@?$%])/.test(text)) return;
    const cosmetic = /#[@?$%]*#/.exec(text);
    if (cosmetic) {
      const link = HREF.exec(text.slice(cosmetic.index, cosmetic.index + 2_000));
      const host = link?.[1]?.toLowerCase() ?? "";
      const path = link?.[2] ?? "";
      if (!isHost(host) || !(path === "" || isPath(path)))
        return into.leave(source, at + 1, "It hides parts of pages by their markup.");
      return into.carry(urlRule(cosmetic[0].includes("@") ? "keep" : options.action, host, path), at + 1);
    }
    const network = NETWORK.exec(text.slice(0, 2_000));
    if (network) {
      const [, exception, host = "", path = "", given = ""] = network;
      const narrow = given.split(",").find((option) => option !== "" && !PAGE_OPTIONS.test(option));
      if (narrow !== undefined)
        return into.leave(source, at + 1, `It speaks of requests (${narrow.slice(0, 40)}), not of links.`);
      if (path !== "" && !isPath(path)) return into.leave(source, at + 1, "Its path has wildcards.");
      if (!isHost(host)) return into.leave(source, at + 1, "It is not the name of a host.");
      return into.carry(urlRule(exception ? "keep" : options.action, host, path), at + 1);
    }
    const plain = importDomains([source], options);
    for (const { text: rule } of plain.carried) into.carry(rule, at + 1);
    for (const { why } of plain.left)
      into.leave(
        source,
        at + 1,
        /^[\w.-]+$/.test(text) ? why : "It filters requests, which posts do not make.",
      );
  });
  return into.done(title);
};
