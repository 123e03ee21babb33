// @vitest-environment jsdom
import { forEachDiagnostic } from "@codemirror/lint";
import { EditorView } from "@codemirror/view";
import { describe, expect, it, vi } from "vitest";

import { Options } from "../../src/ui/options/options";
import { memoryBrowser } from "./memory-services";
import { click, find, openPage, says } from "./render-page";

// jsdom lays nothing out; the editor asks where letters stand.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

const open = async (rules: string) => {
  const browser = memoryBrowser({ chosen: {} });
  browser.memory.settings.rules = rules;
  openPage(Options, browser);
  await says("How to write a rule");
  const content = await vi.waitFor(() => find<HTMLElement>("[role=textbox]", "My rules, one a line"));
  const view = EditorView.findFromDOM(content)!;
  return {
    browser,
    view,
    content,
    text: () => view.state.doc.toString(),
    saved: (text: string) =>
      vi.waitFor(() => expect(browser.memory.settings.rules).toBe(text), { timeout: 3_000 }),
  };
};

describe("the editor with colours", () => {
  it("colours by the parser’s own tokens", async () => {
    const { content } = await open('fold: from:@somebot "link in bio" ; reason: x');
    const kinds = [...content.querySelectorAll("[class^=rule-]")].map(({ className }) => className);
    expect(kinds).toEqual(["rule-action", "rule-field", "rule-value", "rule-phrase", "rule-note"]);
  });

  it("saves what is written, takes back with its own history, and loses nothing", async () => {
    const { browser, view, text, saved } = await open("keep: from:@friend");
    view.dispatch({ changes: { from: text().length, insert: "\nhide: spam" } });
    await saved("keep: from:@friend\nhide: spam");
    const { undo } = await import("@codemirror/commands");
    undo(view);
    await saved("keep: from:@friend");
    view.dispatch({ changes: { from: 0, insert: "! " } });
    window.dispatchEvent(new Event("pagehide"));
    await vi.waitFor(() => expect(browser.memory.settings.rules).toBe("! keep: from:@friend"), {
      timeout: 300,
    });
  });

  it("marks problems at their place and mends them from the mark and from the list", async () => {
    const { view, content, text } = await open("keep: x\nhidde: spam\nfold: is:repli");
    await says("Line 2");
    const marks = () => {
      const found: { at: string; mend: string | undefined; apply: () => void }[] = [];
      forEachDiagnostic(view.state, ({ actions }, from, to) =>
        found.push({
          at: view.state.sliceDoc(from, to),
          mend: actions?.[0]?.name,
          apply: () => actions?.[0]?.apply(view, from, to),
        }),
      );
      return found;
    };
    await vi.waitFor(() => expect(marks().map(({ at }) => at)).toEqual(["hidde:", "is:repli"]));
    expect(content.getAttribute("aria-invalid")).toBe("true");
    marks()[0]!.apply();
    expect(text()).toBe("keep: x\nhide: spam\nfold: is:repli");
    await click("Write is:reply, line 3");
    expect(text()).toBe("keep: x\nhide: spam\nfold: is:reply");
    await says("3 rules work.");
    await vi.waitFor(() => expect(content.getAttribute("aria-invalid")).toBe("false"));
  });

  it("takes over what another page saved without moving the caret’s words", async () => {
    const { browser, view, text } = await open("keep: from:@friend\nfold: from:@somebot");
    view.dispatch({ selection: { anchor: 25 } });
    browser.elsewhere((settings) => ({ ...settings, rules: `! first\n${settings.rules}` }));
    await vi.waitFor(() => expect(text()).toMatch(/^! first/));
    expect(view.state.selection.main.head).toBe(33);
  });

  it("goes to the place of a problem", async () => {
    const { view } = await open("keep: x\nhidde: spam");
    await says("Line 2");
    find("a", "Line 2").click();
    const { from, to } = view.state.selection.main;
    expect(view.state.sliceDoc(from, to)).toBe("hidde:");
  });

  it("gives way to a plain text box with the same text, and remembers that", async () => {
    const { browser, view, text } = await open("keep: x");
    view.dispatch({ changes: { from: text().length, insert: "\nhide: y" } });
    await click("Use a plain text box");
    const box = await vi.waitFor(() => find<HTMLTextAreaElement>("textarea", "My rules, one a line"));
    expect(box.value).toBe("keep: x\nhide: y");
    expect(browser.memory.chosen["rules-editor"]).toBe("plain");
    await click("Use the editor with colours");
    await vi.waitFor(() => find("[role=textbox]", "My rules, one a line"));
  });

  it("shows what cannot be seen, and never as markup", async () => {
    const { content } = await open('hide: "<img src=x onerror=alert(1)>"\n\u202Efold:\u0000 x');
    expect(content.querySelector("img[src=x]")).toBeNull();
    expect(content.querySelectorAll(".cm-specialChar").length).toBe(2);
  });
});
