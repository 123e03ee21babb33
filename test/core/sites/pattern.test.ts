import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { matchPattern } from "../../../src/core/sites/pattern";

describe("matchPattern", () => {
  it.each([
    ["/home", "/home", "/home"],
    ["/home", "/home/", null],
    ["/*/status/*", "/a_b/status/12", "/a_b/status/12"],
    ["/*/status/*", "/a/b/status/12", null],
    ["/*", "/", null],
    ["/*/status/{digits}**", "/a/status/123/photo/1", "123"],
    ["/*/status/{digits}", "/a/status/123x", null],
    ["**/status/{digits}**", "https://x.com/a/status/9", "9"],
    ["**/status/{digits}/analytics", "/a/status/9/analytics", "9"],
    ["@{word}", "@Some_1", "Some_1"],
    ["@{word}", "@", null],
    ["**z", "xyz", "xyz"],
    ["**z", "zx", null],
    ["http**", "https://a.b", "https://a.b"],
    ["a.b", "axb", null],
    ["**", "anything", "anything"],
  ])("%s on %s gives %s", (pattern, text, expected) => {
    expect(matchPattern(pattern, text)).toBe(expected);
  });

  it("treats signs of regular expressions as themselves", () => {
    expect(matchPattern("(a+)+$", "aaaa")).toBeNull();
    expect(matchPattern("(a+)+$", "(a+)+$")).toBe("(a+)+$");
  });

  it("never throws, and takes linear time", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (pattern, text) => void matchPattern(pattern, text)));
    const started = performance.now();
    matchPattern(`${"*a".repeat(100)}`, "a".repeat(1_000_000));
    matchPattern("**/status/{digits}**", "/status/".repeat(100_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
