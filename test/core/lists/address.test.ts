import { describe, expect, it } from "vitest";

import { readAddress } from "../../../src/core/lists/address";
import { includeAddress } from "../../../src/core/lists/include";
import { intervalOf, isDue, nextAfterFailure, nextAfterSuccess } from "../../../src/core/lists/schedule";
import { normalise, notAList } from "../../../src/core/lists/text";
import { cpuTime } from "../../support/cpu-time";

const HOUR = 3_600_000;

describe("the address of a list", () => {
  it.each([
    ["https://example.org/list.txt", "https://example.org/list.txt", "example.org", "https://example.org/*"],
    [
      " https://EXAMPLE.org:443/a b#top ",
      "https://example.org/a%20b",
      "example.org",
      "https://example.org/*",
    ],
    ["https://example.org:8443/x", "https://example.org:8443/x", "example.org:8443", "https://example.org/*"],
  ])("%j is taken", (text, url, host, origin) => {
    expect(readAddress(text)).toEqual({ ok: true, address: { url, host, origin } });
  });

  it("of a code host's page is that of the plain file", () => {
    const read = readAddress("https://github.com/somebody/lists/blob/main/bots.txt");
    expect(read.ok && read.address.url).toBe(
      "https://raw.githubusercontent.com/somebody/lists/main/bots.txt",
    );
    expect(read.ok && read.address.origin).toBe("https://raw.githubusercontent.com/*");
    expect(read.ok && read.address.host).toBe("raw.githubusercontent.com");
  });

  it.each([
    ["", /no address/],
    ["list.txt", /not a web address/],
    ["http://example.org/list.txt", /https only/],
    ["http://localhost/list.txt", /https only/],
    ["file:///etc/passwd", /not with file:/],
    ["javascript:alert(1)", /not with javascript:/],
    ["data:text/plain,fold: x", /not with data:/],
    ["https://user:secret@example.org/", /password/],
    ["https://exam\u200Bple.org/", /invisible/],
    ["https://example.org/\u202Etxt.tsil", /invisible/],
    [`https://example.org/${"x".repeat(3_000)}`, /longer than/],
    ["https://", /not a web address/],
  ])("%j is refused in words", (text, words) => {
    expect(readAddress(text)).toMatchObject({ ok: false, problem: expect.stringMatching(words) });
  });

  it("shows look-alike letters in their plain form", () => {
    const read = readAddress("https://ex\u0430mple.org/list.txt");
    expect(read.ok && read.address.host).toBe("xn--exmple-4nf.org");
    expect(read.ok && read.address.warning).toMatch(/xn--exmple-4nf\.org/);
  });
});

describe("an included address", () => {
  const base = "https://example.org/lists/mine.txt";
  it("may be relative", () => {
    const read = includeAddress("../other.txt", base);
    expect(read.ok && read.address.url).toBe("https://example.org/other.txt");
    expect(includeAddress("other.txt", undefined)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/full addresses/),
    });
  });
  it.each([
    "https://192.168.0.1/x",
    "https://router/x",
    "https://[::1]/x",
    "https://nas.local/x",
    "http://example.org/",
    "file:///x",
  ])("%s is refused", (url) => expect(includeAddress(url, base).ok).toBe(false));
});

describe("the time of the next look", () => {
  it.each([
    [undefined, undefined, 24],
    [undefined, 1, 4],
    [undefined, 12, 12],
    [2 * HOUR, 100, 4],
    [48 * HOUR, 12, 48],
    [undefined, 100_000, 720],
  ])("own %s ms, expires %s h: %i h", (own, expires, hours) => {
    expect(intervalOf(own, expires)).toBe(hours * HOUR);
  });

  it("is spread", () => {
    expect(nextAfterSuccess(0, 10 * HOUR, 0)).toBe(10 * HOUR);
    expect(nextAfterSuccess(0, 10 * HOUR, 1)).toBe(11 * HOUR);
  });

  it("backs off to a day", () => {
    const waits = [1, 2, 3, 4, 20, 1_000].map((failures) => nextAfterFailure(0, failures, 0) / HOUR);
    expect(waits).toEqual([0.25, 0.5, 1, 2, 24, 24]);
  });

  it("is now when the clock was put back", () => {
    const now = 1_000 * HOUR;
    expect(isDue({ nextCheck: now + HOUR, lastChecked: now - HOUR }, now)).toBe(false);
    expect(isDue({ nextCheck: now, lastChecked: now - HOUR }, now)).toBe(true);
    expect(isDue({ nextCheck: now + 900 * HOUR, lastChecked: now - HOUR }, now)).toBe(true);
    expect(isDue({ nextCheck: now + 30 * HOUR, lastChecked: now + 20 * HOUR }, now)).toBe(true);
  });
});

describe("a text", () => {
  it("is normalised", () => {
    expect(normalise("\uFEFFa\r\nb\rc\n\n\n")).toBe("a\nb\nc\n");
    expect(normalise("\n\n")).toBe("");
  });

  it.each([
    ["", /empty/],
    [" \n ", /empty/],
    ["<!DOCTYPE html><title>Sign in</title>", /web page/],
    ["\uFEFF  <html>", /web page/],
    ["<!-- x --><HTML>", /web page/],
    ['<?xml version="1.0"?><svg>', /web page/],
    ["\u0000\u0001PK", /not a text/],
    ['{"error": "not found"}', /JSON/],
    ["x\n".repeat(1_000_000), /more than 400,000 lines/],
  ])("of the kind %.20j is no list", (text, words) => {
    expect(notAList(text)).toMatch(words);
  });

  it.each(["fold: from:@a", "! title: x", "label: <3", "# a comment", "hide: [brackets]"])(
    "%s may be one",
    (text) => {
      expect(notAList(text)).toBeNull();
    },
  );

  it("is looked at quickly, whatever it holds", () => {
    const start = cpuTime();
    for (const text of [
      "<!--".repeat(2_000_000),
      " ".repeat(10_000_000),
      "\n".repeat(10_000_000),
      "\r".repeat(10_000_000),
    ]) {
      notAList(text);
      normalise(text);
    }
    expect(cpuTime(start)).toBeLessThan(2_000);
  }, 60_000);
});
