// @vitest-environment jsdom
import axe from "axe-core";
import type { ComponentType } from "preact";
import { describe, expect, it } from "vitest";

import { Options } from "../../src/ui/options/options";
import { Popup } from "../../src/ui/popup/popup";
import { Welcome } from "../../src/ui/welcome/welcome";
import { type Memory, memoryBrowser, xStatus } from "./memory-services";
import { openPage, says } from "./render-page";

// axe looks for a canvas; jsdom has none and would only say so.
HTMLCanvasElement.prototype.getContext = () => null;

const failed = { state: "failed", message: "It broke." } as const;

const PAGES: readonly [string, ComponentType, Partial<Memory>, string][] = [
  ["popup", Popup, {}, "How it works here"],
  [
    "popup with failures",
    Popup,
    { status: { ...xStatus(), reader: failed, model: failed, storage: failed } },
    "It broke.",
  ],
  ["popup on no site", Popup, { status: { ...xStatus(), site: null } }, "Nothing to read"],
  ["options", Options, {}, "Export"],
  [
    "options with failures",
    Options,
    {
      model: failed,
      storage: failed,
      setAside: [{ time: "2026-01-02T03:04:05Z", key: "settings", problem: "p", raw: "r" }],
    },
    "Set aside",
  ],
  ["welcome", Welcome, {}, "See it work"],
];

describe("accessibility", () => {
  it.each(PAGES)("axe finds nothing on the %s", async (_name, Page, given, ready) => {
    const browser = memoryBrowser(given);
    browser.memory.settings.rules = "hidde: x\nfold: from:@somebot";
    openPage(Page, browser);
    await says(ready);
    // Colours need a layout; they are computed in test/ui/contrast.test.ts.
    const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
  });
});
