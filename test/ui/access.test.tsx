// @vitest-environment jsdom
import axe from "axe-core";
import type { ComponentType } from "preact";
import { describe, expect, it } from "vitest";

import { Options } from "../../src/ui/options/options";
import { Popup } from "../../src/ui/popup/popup";
import { Welcome } from "../../src/ui/welcome/welcome";
import { difference, listPreview, listRow, memoryLists } from "./memory-lists";
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
  [
    "options with lists",
    Options,
    {
      lists: memoryLists({
        rows: [
          listRow(),
          listRow({
            id: "list-2",
            name: "Crypto",
            state: "waiting",
            quarantine: {
              version: { id: "cc", time: 1, bytes: 1, rules: 1 },
              since: 1,
              reasons: [{ reason: "moved", message: "m" }],
            },
          }),
          listRow({
            id: "list-3",
            state: "permission",
            problem: { kind: "permission", message: "m", origin: "https://a.example/*", since: 1 },
          }),
        ],
        differences: { waiting: difference(), past: [] },
        previews: { code: listPreview() },
        requests: [{ time: 1, host: "a.example", list: "", bytes: 1, outcome: "new" }],
      }),
    },
    "3 lists",
  ],
  ["options with the editor with colours", Options, { chosen: {} }, "Use a plain text box"],
  ["welcome", Welcome, {}, "See it work"],
];

/** Behind each of these buttons and lines there is more that must be reachable. */
const openEverything = (): void => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const opens = /^(What it may do|Look at the new copy|Versions|Unsubscribe…)/;
  [...document.querySelectorAll<HTMLElement>(".list-card")].forEach((card, at) => {
    const buttons = [...card.querySelectorAll<HTMLElement>("[aria-expanded]")];
    buttons.filter((button) => opens.test(button.getAttribute("aria-label") ?? ""))[at]?.click();
  });
};

// jsdom lays nothing out; the editor asks where letters stand.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

describe("accessibility", () => {
  it.each(PAGES)("axe finds nothing on the %s", async (_name, Page, given, ready) => {
    const browser = memoryBrowser(given);
    browser.memory.settings.rules = "hidde: x\nfold: from:@somebot";
    openPage(Page, browser);
    await says(ready);
    openEverything();
    await new Promise((done) => setTimeout(done, 300));
    // Colours need a layout; they are computed in test/ui/contrast.test.ts.
    const { violations } = await axe.run(document, { rules: { "color-contrast": { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
  });
});
