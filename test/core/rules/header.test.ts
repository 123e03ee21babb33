import { describe, expect, it } from "vitest";

import { parseList } from "../../../src/core/rules/parse";

describe("headers", () => {
  it("say what a list is", () => {
    const { header, warnings } = parseList(
      [
        "! Title: Reply bots, by hand",
        "! homepage: https://example.org/reply-bots",
        "! license: CC0-1.0",
        "! updated: 2026-11-22",
        "! expires: 12 hours",
        "! syntax: 1",
        "! asks: fold, label regex site:x.com",
        "! just a comment: with a colon",
        "! note: https://example.org",
        "label: a",
        "! signature: abc=",
        "! title: not the title",
      ].join("\n"),
    );
    expect(warnings).toEqual([]);
    expect(header).toEqual({
      title: "Reply bots, by hand",
      homepage: "https://example.org/reply-bots",
      license: "CC0-1.0",
      updated: "2026-11-22",
      expires: 12,
      syntax: 1,
      asks: { actions: ["label", "fold"], sites: ["x.com"], regex: true, ai: false, exempt: false },
      signature: "abc=",
    });
  });

  it.each([
    ["! homepage: javascript:alert(1)", /https/],
    ["! homepage: http://example.org", /https/],
    ["! updated: yesterday", /not a date/],
    ["! updated: 2026-13-01", /not a date/],
    ["! expires: never", /length of time/],
    ["! expires: 0 days", /length of time/],
    ["! expires: 1 constructor", /length of time/],
    ["! syntax: one", /version/],
    ["! syntax: 2", /newer Winnow/],
    ["! title:", /no value/],
    [`! title: ${"x".repeat(501)}`, /longer/],
    ["! title: a\n! title: b", /twice/],
    ["! asks: everything", /does not know “everything”/],
  ])("%s is named", (text, message) => {
    expect(parseList(text).warnings[0]?.message).toMatch(message);
  });

  it("hold nothing that deceives the eye", () => {
    expect(parseList("! title: a\u202Eb\u200Bc\u0007d").header.title).toBe("abc d");
  });

  it("have no prototype to reach", () => {
    const { header, warnings } = parseList("! __proto__: x\n! constructor: y\n! toString: z");
    expect([header, warnings]).toEqual([{}, []]);
    expect(Object.getPrototypeOf(header)).toBe(Object.prototype);
  });

  it("do not grow without end", () => {
    const { header, warnings } = parseList(
      Array.from({ length: 50_000 }, (_, i) => `! title: ${i}`).join("\n"),
    );
    expect(header).toEqual({ title: "0" });
    expect(warnings).toHaveLength(1_000);
    expect(warnings.at(-1)?.message).toMatch(/not listed/);
  });
});

describe("includes", () => {
  it("are addresses, absolute or relative", () => {
    const { includes, problems } = parseList(
      "include: https://example.org/a.txt\nINCLUDE: ../b.txt\n  include: /c.txt ",
    );
    expect(problems).toEqual([]);
    expect(includes).toEqual([
      { url: "https://example.org/a.txt", line: 1 },
      { url: "../b.txt", line: 2 },
      { url: "/c.txt", line: 3 },
    ]);
  });
});
