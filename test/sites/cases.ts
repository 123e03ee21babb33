import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { JSDOM } from "jsdom";

import { siteForUrl } from "../../src/core/sites";
import type { Post } from "../../src/core/vocab/post";
import { findPosts, readMe, readPost, recogniseSite } from "../../src/page/read";

/** A saved page, the address it was saved from, and the posts that a person found in it. */
export interface Case {
  site: string;
  name: string;
  html: string;
  expected: { url: string; posts: Post[] };
}

/** Every folder test/sites/<site>/<case>/ with a page.html and an expected.json. */
export const allCases = (): Case[] => {
  const folders = (path: string) =>
    readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders(import.meta.dirname).flatMap(({ name: site }) =>
    folders(join(import.meta.dirname, site)).map(({ name }) => {
      const read = (file: string) => readFileSync(join(import.meta.dirname, site, name, file), "utf8");
      return {
        site,
        name,
        html: read("page.html"),
        expected: JSON.parse(read("expected.json")) as Case["expected"],
      };
    }),
  );
};

/** All posts of a page, as `winnow read` finds them. */
export const readPage = (html: string, url: string): Post[] => {
  const { document } = new JSDOM(html, { url }).window;
  const site = siteForUrl(url) ?? recogniseSite(document);
  if (!site) throw new Error(`no site for ${url}`);
  const me = readMe(site, document);
  return findPosts(site, document).flatMap((element) => readPost(site, element, { url, me }) ?? []);
};
