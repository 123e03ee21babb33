import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isBelow, isWithin, plainHost, splitAddress } from "../../../src/core/match/address";
import { mentionsIn, plainHandle, tagsIn } from "../../../src/core/match/handle";
import { labelToAscii } from "../../../src/core/match/punycode";

describe("an address", () => {
  it.each<[string, [string, string] | null]>([
    ["https://T.me/channel?x=1#y", ["t.me", "/channel"]],
    ["http://example.org", ["example.org", ""]],
    ["example.org/a/b", ["example.org", "/a/b"]],
    ["example.org:8080/a", ["example.org", "/a"]],
    ["https://t.me@evil.example/", ["evil.example", ""]],
    ["https://evil.example\\@t.me/", ["evil.example", "/@t.me/"]],
    ["https://example.org./", ["example.org", ""]],
    ["https://bücher.example/", ["xn--bcher-kva.example", ""]],
    ["https://EXAMPLE。ORG/", ["example.org", ""]],
    ["https://раypal.com", ["xn--ypal-43d9g.com", ""]],
    ["javascript:alert(1)", null],
    ["mailto:a@example.org", null],
    ["https://", null],
    ["https://exa mple.org", null],
    ["https://pay\u200Bpal.com", null],
    ["", null],
  ])("%s", (url, parts) => {
    expect(splitAddress(url)).toEqual(parts && { host: parts[0], path: parts[1] });
  });

  it("has one form of its host", () => {
    expect(plainHost(`${"a".repeat(64)}.org`)).toBeNull();
    expect(plainHost("a..b")).toBeNull();
    expect(labelToAscii("münchen")).toBe("mnchen-3ya".replace(/^/, "xn--"));
    expect(labelToAscii("他们为什么不说中文")).toBe("xn--ihqwcrb4cv8a8dqg056pqjye");
  });

  it("lies within its domain and below its path, and not beside them", () => {
    expect([
      isWithin("a.t.me", "t.me"),
      isWithin("t.me", "t.me"),
      isWithin("best.me", "t.me"),
      isWithin("t.me", "a.t.me"),
    ]).toEqual([true, true, false, false]);
    expect([
      isBelow("/a/b", "/a"),
      isBelow("/a", "/a"),
      isBelow("/ab", "/a"),
      isBelow("/a/", "/a/"),
      isBelow("", ""),
    ]).toEqual([true, true, false, true, true]);
  });
});

describe("the short way to split an address", () => {
  const piece = fc.constantFrom(
    "a",
    "b1",
    ".",
    "..",
    "-",
    "/",
    "?",
    "#",
    "@",
    ":",
    ":8080",
    "\\",
    " ",
    "A",
    "é",
    "_",
    "%",
    "xn--a",
  );
  it("gives what the long way gives", () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 10 }).map((parts) => parts.join("")),
        (rest) => {
          // An upper-case scheme takes the long way.
          expect(splitAddress(`https://${rest}`)).toEqual(splitAddress(`HTTPS://${rest}`));
        },
      ),
      { numRuns: 5_000 },
    );
  });
});

describe("a handle", () => {
  it.each([
    ["@Name", "name"],
    ["Name.BSKY.Social", "name.bsky.social"],
    ["ｎａｍｅ", "name"],
    ["na\u200Bme", "name"],
    ["раураl", "раураl"],
  ])("%s is %s", (handle, plain) => {
    expect(plainHandle(handle)).toBe(plain);
  });

  it("is found where a text mentions it", () => {
    expect(
      mentionsIn(
        "@Grok is this true? (cc @a.bsky.social, @b@mastodon.example.) mail@example.org https://x.com/@c",
      ),
    ).toEqual(["grok", "a.bsky.social", "b@mastodon.example"]);
  });

  it("is told from a hashtag", () => {
    expect(tagsIn("#AI and ＃人工 #a_b, x#no &#39; #")).toEqual(["AI", "人工", "a_b"]);
  });
});
