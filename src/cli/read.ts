import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";

import { JSDOM, VirtualConsole } from "jsdom";

import { RECOGNISED, SITES, siteForUrl } from "../core/sites";
import { splitAddress } from "../core/sites/address";
import { findPosts, readMe, readPost, recogniseSite } from "../page/read";
import type { Io } from "./io";

/** Larger than any saved page; beyond it jsdom would need gigabytes. */
const MAX_BYTES = 64 * 1024 * 1024;

const HELP = `Usage: winnow read FILE.html --url URL

Print the posts that Winnow's reader finds in a saved page, one JSON object a line.

  --url URL   the address that the page was saved from: it tells the site and the surface
  --sources   also say on stderr which fall-back gave each field, and how often
  --help      this text

Known sites: ${SITES.map(({ name, hosts }) => `${name} (${hosts.join(", ")})`).join("; ")};
any instance of ${RECOGNISED.map(({ name }) => name).join(" or ")}, which is recognised by its page
`;

/**
 * `winnow read FILE.html --url URL`.
 * @returns the exit code: 0, or 1 with one plain sentence on stderr
 */
export const readCommand = async (args: string[], { stdout, stderr }: Io): Promise<number> => {
  const fail = (message: string): number => {
    stderr.write(`winnow read: ${message}\n`);
    return 1;
  };
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        url: { type: "string" },
        sources: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return fail((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    stdout.write(HELP);
    return 0;
  }
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) return fail("name one FILE.html (--help tells more)");
  if (values.url === undefined) return fail("--url is missing: say which address the page was saved from");
  const { url } = values;
  const unknown = (): number => {
    const known = SITES.flatMap(({ hosts }) => hosts).join(", ");
    const named = RECOGNISED.map(({ name }) => name).join(" or ");
    return fail(
      `no site is known for the address ${JSON.stringify(url.slice(0, 200))}; known are ${known}, and pages of ${named}`,
    );
  };
  if (!splitAddress(url)) return unknown();

  let html: string;
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) return fail(`${file} is larger than ${MAX_BYTES / 1024 / 1024} MB`);
    html = await readFile(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return fail(code === "ENOENT" ? `there is no file ${file}` : `cannot read ${file}: ${message}`);
  }

  // jsdom runs no script and loads nothing unless told to. Styles are taken out before: megabytes of
  // them would be parsed for nothing, since reading asks for no style.
  const page = withoutStyles(html);
  const { document } = new JSDOM(page, { url, virtualConsole: new VirtualConsole() }).window;
  const site = siteForUrl(url) ?? recogniseSite(document);
  if (!site) return unknown();
  const me = readMe(site, document);
  const used = new Map<string, number>();
  const note = (field: string, index: number): void => {
    const key = `${field} ${index < 0 ? "none" : `#${index + 1}`}`;
    used.set(key, (used.get(key) ?? 0) + 1);
  };
  for (const element of findPosts(site, document)) {
    const post = readPost(site, element, { url, me, note });
    if (post) stdout.write(`${JSON.stringify(post)}\n`);
  }
  if (values.sources) for (const [key, count] of [...used].sort()) stderr.write(`${key}: ${count}\n`);
  return 0;
};

/** Cut out `<style>…</style>` in one pass. Only where a tag can stand, not within an attribute's text. */
const withoutStyles = (html: string): string => {
  const kept: string[] = [];
  const open = /(?<=^|[>\s])<style[\s>]/gi;
  const close = /<\/style\s*>/gi;
  let from = 0;
  for (let match = open.exec(html); match; match = open.exec(html)) {
    close.lastIndex = match.index;
    if (!close.exec(html)) break;
    kept.push(html.slice(from, match.index));
    from = close.lastIndex;
    open.lastIndex = from;
  }
  kept.push(html.slice(from));
  return kept.join("");
};
