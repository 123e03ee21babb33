import { readFileSync } from "node:fs";
import { join } from "node:path";

import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";

import { RECOGNISED, siteForUrl } from "../../src/core/sites";
import { recogniseSite } from "../../src/page/read";
import { allCases } from "./cases";

const siteOf = (html: string): string | undefined => recogniseSite(new JSDOM(html).window.document)?.id;

describe("software that runs on any host", () => {
  const cases = allCases();
  const anywhere = new Set(RECOGNISED.map(({ id }) => id));

  it.each(cases.filter(({ site }) => anywhere.has(site)))(
    "$site/$name is recognised",
    ({ site, html, expected }) => {
      expect(siteForUrl(expected.url)).toBe(null);
      expect(siteOf(html)).toBe(site);
    },
  );

  it.each(cases.filter(({ site }) => !anywhere.has(site)))("$site/$name is not taken for it", ({ html }) => {
    expect(siteOf(html)).toBe(undefined);
  });

  it.each([
    ["an empty page", ""],
    [
      "a link to Mastodon's apps",
      '<footer><a href="https://joinmastodon.org/apps">Find me there</a></footer>',
    ],
    ["a heading of that name", '<h2 id="mastodon">The mastodon</h2><p class="status">extinct</p>'],
    ["a link to Lemmy's home", '<p>Try <a href="https://join-lemmy.org/">Lemmy</a></p><div id="app"></div>'],
    ["another page with a state in a script", '<script id="initial-state">{}</script><div id="app"></div>'],
    ["a page that fights", '<form name="querySelector"><input name="body"></form>'],
  ])("%s is nobody's", (_, html) => {
    expect(siteOf(html)).toBe(undefined);
  });

  it("is recognised when a page is blogged about, by the page alone", () => {
    const page = readFileSync(join(import.meta.dirname, "mastodon/thread/page.html"), "utf8");
    expect(siteOf(`<article><pre>${page.replace(/</g, "&lt;")}</pre></article>`)).toBe(undefined);
  });
});
