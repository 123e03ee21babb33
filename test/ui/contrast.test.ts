import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../src/ui/styles/tokens.css", import.meta.url), "utf8");

const tokensOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]));

const [light, dark] = css.split("@media (prefers-color-scheme: dark)").map(tokensOf);

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

const contrast = (a: string, b: string): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high! + 0.05) / (low! + 0.05);
};

/** Foreground, background, least ratio: 4.5 for text, 3 for what only marks a control. */
const PAIRS: readonly [string, string, number][] = [
  ...["paper", "card", "leaf-soft", "warn-soft"].flatMap((back): [string, string, number][] => [
    ["ink", back, 4.5],
    ["leaf", back, 4.5],
    ["soft", back, 4.5],
  ]),
  ["paper", "ink", 4.5],
  ["on-leaf", "leaf", 4.5],
  ["edge", "paper", 3],
  ["edge", "card", 3],
  ["warn-edge", "warn-soft", 3],
  ["wrong", "card", 3],
  ["wrong", "paper", 3],
];

describe.each([
  ["light", light!],
  ["dark", dark!],
])("contrast, %s", (_mode, tokens) => {
  it.each(PAIRS)("%s on %s is at least %d", (front, back, least) => {
    expect(contrast(tokens.get(front)!, tokens.get(back)!)).toBeGreaterThanOrEqual(least);
  });
});
