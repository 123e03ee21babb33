import { readFileSync } from "node:fs";
import { join } from "node:path";

import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";

import { hackerNews } from "../../src/core/sites/hacker-news";
import { mastodon } from "../../src/core/sites/mastodon";
import type { SiteDefinition } from "../../src/core/vocab/site";
import { findPosts, unitOf } from "../../src/page/read";

const unitsOf = (site: SiteDefinition, name: string) => {
  const html = readFileSync(join(import.meta.dirname, site.id, name, "page.html"), "utf8");
  const { document } = new JSDOM(html).window;
  return findPosts(site, document).map((post) => ({ post, ...unitOf(site, post) }));
};

describe("what is acted on", () => {
  it("Hacker News: the cell of a title, and with it the rows below", () => {
    const [first] = unitsOf(hackerNews, "front-page");
    expect(first?.act.matches("td.title:has(.titleline)")).toBe(true);
    expect(first?.also?.map((row) => row.className || row.querySelector("td:last-child")?.className)).toEqual(
      ["subtext", "spacer"],
    );
  });

  it("Hacker News: the cell of a comment, and with it the deeper rows that follow", () => {
    const comments = unitsOf(hackerNews, "thread").slice(1);
    expect(comments.map(({ act }) => act.className)).toEqual(comments.map(() => "default"));
    expect(comments.map(({ also }) => (also ?? []).map(({ id }) => id))).toEqual([
      ["48000102", "48000103"],
      ["48000103"],
      [],
      [],
    ]);
  });

  it("Hacker News: depth is told by the picture's width where no attribute says it", () => {
    const [, first, second] = unitsOf(hackerNews, "older-markup");
    expect(first?.also?.map(({ id }) => id)).toEqual([second?.post.id]);
  });

  it("Mastodon: the list's article, whose height the list remembers", () => {
    for (const { post, act, cell } of unitsOf(mastodon, "home-feed")) {
      expect(act.matches("article[aria-posinset]")).toBe(true);
      expect(act).toBe(cell);
      expect(act.contains(post)).toBe(true);
    }
  });
});
