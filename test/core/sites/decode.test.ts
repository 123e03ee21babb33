import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { decode } from "../../../src/core/sites/decode";
import { DECODERS } from "../../../src/core/vocab/site";

describe("values in a site's own code", () => {
  it.each([
    ["linkedin-activity", "CgsIgoCgnuGyirLNAQ", "7400000000000000001"],
    ["linkedin-activity", "CgsIgIDGk6+HwvHOAQ-replaceableCommentToolsQ9xT-FeedType", "7453884120397561856"],
    ["linkedin-time", "CgsIgoCgnuGyirLNAQ", "2025-11-28T02:38:05.351Z"],
    ["linkedin-time", "7400000000000000001", "2025-11-28T02:38:05.351Z"],
    ["tid-time", "3l2aaaaaaaa2a", "2024-08-21T13:30:41.054Z"],
    ["tiktok-time", "7500000000000000000", "2025-05-02T23:50:27.000Z"],
  ] as const)("%s: %s is %s", (decoder, value, decoded) => {
    expect(decode(decoder, value)).toBe(decoded);
  });

  it.each([
    ["linkedin-activity", ""],
    ["linkedin-activity", "not base64!"],
    ["linkedin-activity", "CgsIgoCgnuGyirLN"], // cut short
    ["linkedin-activity", "CgsIgYCgnuGyirLNAQ"], // negative
    ["linkedin-time", "12"],
    ["linkedin-time", "1111111111"], // before there were posts
    ["tid-time", "self"],
    ["tid-time", "3l2aaaaaaaa11"], // 1 is no letter of theirs
    ["tiktok-time", "99999999999999999999999"],
  ] as const)("%s: %j is nothing", (decoder, value) => {
    expect(decode(decoder, value)).toBeNull();
  });

  it("never throws, and gives times that are times", () => {
    fc.assert(
      fc.property(fc.constantFrom(...DECODERS), fc.string(), (decoder, value) => {
        const decoded = decode(decoder, value);
        if (decoded !== null && decoder.endsWith("-time"))
          expect(new Date(decoded).toISOString()).toBe(decoded);
      }),
    );
  });
});
