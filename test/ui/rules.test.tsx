// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";

import { Options } from "../../src/ui/options/options";
import { memoryBrowser } from "./memory-services";
import { click, find, openPage, says, type } from "./render-page";

const open = async (rules = "") => {
  const browser = memoryBrowser();
  browser.memory.settings.rules = rules;
  openPage(Options, browser);
  await says("How to write a rule");
  const box = find<HTMLTextAreaElement>("textarea", "My rules, one a line");
  return {
    browser,
    box,
    saved: (text: string) =>
      vi.waitFor(() => expect(browser.memory.settings.rules).toBe(text), { timeout: 3_000 }),
  };
};

const GOOD_AND_BAD = 'fold: from:@somebot\nhidde: "link in bio"\nkeep: from:@friend';

describe("my rules", () => {
  it("lists each line that cannot be read, and saves the others with it", async () => {
    const { box, saved } = await open();
    type(box, GOOD_AND_BAD);
    await says("2 rules work. 1 line cannot be read and is left out.");
    await says(/Line 2: There is no action “hidde”/);
    expect(box.getAttribute("aria-invalid")).toBe("true");
    await saved(GOOD_AND_BAD);
  });

  it("moves the caret to the place of a problem", async () => {
    const { box } = await open(GOOD_AND_BAD);
    await says("Line 2");
    find("a", "Line 2").click();
    expect(document.activeElement).toBe(box);
    expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe("hidde:");
  });

  it("marks a problem at its line", async () => {
    const { box } = await open();
    type(box, GOOD_AND_BAD);
    await says("Line 2");
    const mark = document.querySelector<HTMLElement>(".editor-mark");
    expect(mark?.style.getPropertyValue("--line")).toBe("1");
    expect(mark?.querySelector("u")?.textContent).toBe("hidde:");
  });

  it("takes back the last save, and nothing that another page changed since", async () => {
    const { browser, box, saved } = await open("keep: from:@friend");
    type(box, "fold: from:@somebot");
    await saved("fold: from:@somebot");
    await says("Saved. My rules.");
    browser.elsewhere((settings) => ({ ...settings, policy: { ...settings.policy, flagged: "dim" } }));
    await click("Undo");
    await saved("keep: from:@friend");
    expect(browser.memory.settings.policy.flagged).toBe("dim");
    await vi.waitFor(() => expect(box.value).toBe("keep: from:@friend"));
    await click("Undo");
    await saved("fold: from:@somebot");
  });

  it("takes over what another page saved, with the caret at the same words", async () => {
    const { browser, box } = await open("keep: from:@friend\nfold: from:@somebot");
    box.focus();
    box.setSelectionRange(25, 25);
    browser.elsewhere((settings) => ({
      ...settings,
      rules: "! first\nkeep: from:@friend\nfold: from:@somebot",
    }));
    await vi.waitFor(() => expect(box.value).toMatch(/^! first/));
    expect(box.selectionStart).toBe(33);
  });

  it("keeps what is being typed when another page saves, and lets the person choose", async () => {
    const { browser, box, saved } = await open("keep: from:@friend");
    type(box, "keep: from:@friend\nhide: mine");
    browser.elsewhere((settings) => ({ ...settings, rules: "hide: theirs" }));
    await says("Another Winnow page changed these rules while you typed.");
    expect(box.value).toBe("keep: from:@friend\nhide: mine");
    await new Promise((done) => setTimeout(done, 800));
    expect(browser.memory.settings.rules).toBe("hide: theirs");
    await click("Keep mine");
    await saved("keep: from:@friend\nhide: mine");
  });

  it("can use the other version instead", async () => {
    const { browser, box } = await open("");
    type(box, "hide: mine");
    browser.elsewhere((settings) => ({ ...settings, rules: "hide: theirs" }));
    await says("Another Winnow page");
    await click("Use the other version");
    await vi.waitFor(() => expect(box.value).toBe("hide: theirs"));
  });

  it("says that a save failed, keeps the words, and saves them on a second try", async () => {
    const { browser, box, saved } = await open("");
    browser.memory.broken = { update: "The disk is full." };
    type(box, "hide: spam");
    await says("This was not saved: The disk is full.");
    expect(box.value).toBe("hide: spam");
    browser.memory.broken = {};
    await click("Try again");
    await saved("hide: spam");
  });

  it("does not lose the last word when the page is left", async () => {
    const { browser, box } = await open("");
    type(box, "hide: spam");
    window.dispatchEvent(new Event("pagehide"));
    await vi.waitFor(() => expect(browser.memory.settings.rules).toBe("hide: spam"), { timeout: 200 });
  });

  it("shows rules as text, whatever they hold", async () => {
    await open('hide: "<img src=x onerror=alert(1)>" colour:<b>x</b>\n\u202Efold:\u0000 x');
    await says("Line 1");
    expect(document.querySelector("img, b")).toBeNull();
  });
});
