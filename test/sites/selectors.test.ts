import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";

import { RECOGNISED, SITES } from "../../src/core/sites";

/** Names of the entries of a site file that hold selectors. */
const SELECTORS = new Set([
  "closest",
  "next",
  "select",
  "has",
  "hasNot",
  "outside",
  "before",
  "after",
  "up",
  "strip",
  "blocks",
  "recognise",
  "roots",
  "anchors",
  "posts",
  "ignore",
]);

const selectorsIn = (value: unknown, name = ""): string[] => {
  if (typeof value === "string") return SELECTORS.has(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => selectorsIn(item, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => selectorsIn(item, key));
};

const { document } = new JSDOM("<p><b>a</b>").window;

// A selector that an engine cannot parse finds nothing, and nobody would notice.
describe.each([...SITES, ...RECOGNISED].map((site) => [site.id, site] as const))("%s", (_, site) => {
  it.each([...new Set(selectorsIn(site))])("%s can be parsed", (selector) => {
    expect(() => document.querySelectorAll(selector)).not.toThrow();
  });
});
