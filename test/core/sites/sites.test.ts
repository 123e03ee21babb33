import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { RECOGNISED, SITES, siteForUrl, surfaceOf } from "../../../src/core/sites";
import { splitAddress } from "../../../src/core/sites/address";
import { parseSite, parseSiteStrict } from "../../../src/core/sites/parse";
import { x } from "../../../src/core/sites/x";

describe("siteForUrl", () => {
  it.each([
    ["https://x.com/home", "x"],
    ["https://X.com:443", "x"],
    ["https://mobile.twitter.com/a/status/1", "x"],
    ["https://notx.com/", undefined],
    ["https://x.com.evil.example/", undefined],
    ["https://x.com@evil.example/", undefined],
    ["https://evil.example/x.com", undefined],
    ["https://evil.example\\@x.com/", undefined],
    ["ftp://x.com/", undefined],
    ["javascript:alert('https://x.com/')", undefined],
    ["", undefined],
  ])("%s is %s", (url, id) => {
    expect(siteForUrl(url)?.id).toBe(id);
  });

  it("agrees with the platform's own reading of hosts", () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        expect(splitAddress(url)?.host).toBe(new URL(url).hostname);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void siteForUrl(text)));
  });
});

describe("surfaces of X", () => {
  it.each([
    ["/home", "home"],
    ["/", "home"],
    ["/home/?x=1", "home"],
    ["/someone", "profile"],
    ["/someone/with_replies", "profile"],
    ["/someone/status/123", "thread"],
    ["/someone/status/123/photo/1", "thread"],
    ["/i/web/status/123", "thread"],
    ["/search?q=a", "search"],
    ["/explore/tabs/for-you", "search"],
    ["/hashtag/ferry", "search"],
    ["/notifications/mentions", "notifications"],
    ["/i/bookmarks", "other"],
    ["/i/lists/1", "other"],
    ["/messages", "other"],
    ["/someone/followers", "other"],
  ])("%s is %s", (path, surface) => {
    expect(surfaceOf(x, `https://x.com${path}`)).toBe(surface);
  });
});

describe("site files", () => {
  it.each([...SITES, ...RECOGNISED].map((site) => [site.id, site] as const))(
    "%s is one that its authors may ship",
    (_, site) => {
      expect(parseSiteStrict(JSON.parse(JSON.stringify(site)))).toEqual({ ok: true, site, problems: [] });
      expect(parseSite(JSON.parse(JSON.stringify(site)))).toEqual({ ok: true, site, problems: [] });
    },
  );

  it("asks for no more than its own hosts", () => {
    for (const { hosts, origins } of SITES) {
      for (const origin of origins) expect(hosts).toContain(/^https:\/\/([^/]+)\/\*$/.exec(origin)?.[1]);
    }
  });

  const broken = {
    ...x,
    colour: "red",
    fields: {
      ...x.fields,
      name: "not a list",
      text: [{ select: "a { color: red }" }, ...(x.fields.text ?? [])],
      shoe: [],
    },
    marks: { ...x.marks, sparkling: [], ad: [{ select: "a", where: {} }, ...(x.marks.ad ?? [])] },
    links: { find: 3 },
  };

  it("strict: names every fault with its path", () => {
    const result = parseSiteStrict(broken);
    expect(result.ok).toBe(false);
    for (const path of [
      "colour",
      "fields.name",
      "fields.text.0.select",
      "marks.ad.0.where.match",
      "links.find",
    ]) {
      expect(
        result.problems.some((problem) => problem.startsWith(path)),
        path,
      ).toBe(true);
    }
  });

  it("lenient: a bad source is dropped, the site stays", () => {
    const result = parseSite(broken);
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    expect(result.site.fields.text).toEqual(x.fields.text);
    expect(result.site.fields.name).toEqual([]);
    expect(result.site.marks).toEqual(x.marks);
    expect(result.site.links).toBeUndefined();
    expect(result.problems.length).toBeGreaterThanOrEqual(5);
  });

  it("refuses a later format, and anything that is no site, without throwing", () => {
    expect(parseSite({ ...x, format: 2 })).toMatchObject({ ok: false });
    fc.assert(fc.property(fc.anything(), (raw) => void [parseSite(raw), parseSiteStrict(raw)]));
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(x)),
        fc.anything(),
        (name, value) => void parseSite({ ...x, [name]: value }),
      ),
    );
  });
});
