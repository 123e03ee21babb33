import { readFile, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve } from "node:path";

import { includeAddress } from "../core/lists/include";
import { MAX_LIST_BYTES } from "../core/lists/limits";
import { type Bundle, mergeList } from "../core/lists/merge";

/** Where a list on disk is taken to lie, so that what it includes beside it has an address. */
const BASE = "https://list.here.example/";

/**
 * A list on disk with the lists that it includes by relative names, as far as they lie below its folder.
 * Nothing is downloaded: included addresses elsewhere are `missing` in the merged list.
 */
export const localBundle = async (file: string, main: string): Promise<Bundle> => {
  const folder = dirname(resolve(file));
  const base = new URL(encodeURIComponent(file === "-" ? "stdin" : relative(folder, resolve(file))), BASE)
    .href;
  const included: Record<string, string> = {};
  const tried = new Set<string>();
  for (;;) {
    const { missing } = mergeList({ main, base, included });
    const next = missing.filter((url) => url.startsWith(BASE) && !tried.has(url));
    if (next.length === 0) return { main, base, included };
    for (const url of next) {
      tried.add(url);
      const path = resolve(folder, decodeURIComponent(url.slice(BASE.length)));
      const inside = relative(folder, path);
      if (inside.startsWith("..") || isAbsolute(inside)) continue;
      const size = await stat(path).then(
        (found) => found.size,
        () => Number.POSITIVE_INFINITY,
      );
      if (size <= MAX_LIST_BYTES) included[url] = await readFile(path, "utf8");
    }
  }
};

/** An address as the list's author wrote it. */
export const shownAddress = (url: string): string =>
  url.startsWith(BASE) ? decodeURIComponent(url.slice(BASE.length)) : url;

/** Whether an include of this list could be fetched at all by those who follow it. */
export const includeProblem = (written: string): string | null => {
  const read = includeAddress(written, BASE);
  return read.ok ? null : read.problem;
};
