// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";

import { readBackup, writeBackup } from "../../src/core/settings/backup";
import { defaultSettings } from "../../src/core/settings/defaults";
import { Options } from "../../src/ui/options/options";
import { memoryBrowser, type Memory } from "./memory-services";
import { choose, click, nameOf, openPage, says } from "./render-page";

const open = async (given: Partial<Memory> = {}) => {
  const browser = memoryBrowser(given);
  browser.memory.settings.rules = "keep: from:@friend";
  openPage(Options, browser);
  await says("Import");
  const field = document.querySelector<HTMLInputElement>("#data input[type=file]")!;
  const load = (text: string) => choose(field, new File([text], "backup.json"));
  return { ...browser, load, before: structuredClone(browser.memory.settings) };
};

const other = () => ({
  ...defaultSettings(),
  sites: { x: true },
  policy: { strictness: 1_000 as const, flagged: "fold" as const, declared: "label" as const },
  rules: "keep: from:@friend\nhide: spam",
});

describe("import", () => {
  it("names the field of a malformed file, and changes nothing", async () => {
    const { memory, load, before } = await open();
    const bad = { ...other(), policy: { ...other().policy, strictness: 7 } };
    load(JSON.stringify({ format: "winnow-backup", version: 1, settings: bad }));
    await says(/Nothing was changed\. settings\.policy\.strictness/);
    expect(memory.settings).toEqual(before);
  });

  it.each([
    ["no JSON", "{", /The file is not JSON/],
    ["another program's file", '{"format":"x"}', /Nothing was changed\./],
    [
      "a newer Winnow's file",
      JSON.stringify({ format: "winnow-backup", version: 1, settings: { version: 99 } }),
      /newer Winnow/,
    ],
  ])("refuses %s", async (_what, text, words) => {
    const { memory, load, before } = await open();
    load(text);
    await says(words);
    expect(memory.settings).toEqual(before);
  });

  it("shows what would change, and changes nothing before a yes", async () => {
    const { memory, load, before } = await open();
    load(writeBackup(other(), new Date()));
    await says("Take over these settings?");
    await says("X: off → on");
    await says("Strictness: At most 1 human post in 100 → At most 1 human post in 1,000");
    await says("Flagged posts: Label → Fold");
    await says("My rules: 1 line added");
    expect(memory.settings).toEqual(before);
    await click("Cancel");
    await says("Nothing was changed.");
    expect(memory.settings).toEqual(before);
  });

  it("takes over after a yes, and undo restores", async () => {
    const { memory, load, before } = await open();
    load(writeBackup(other(), new Date()));
    await says("Take over these settings?");
    await click("Take over");
    await says("Saved. Settings from your file.");
    expect(memory.settings).toEqual(other());
    await click("Undo");
    await vi.waitFor(() => expect(memory.settings).toEqual(before));
  });

  it("says so when a file would change nothing", async () => {
    const { load, before } = await open();
    load(writeBackup(before, new Date()));
    await says("This file holds the same settings as you have now.");
  });
});

describe("export and erase", () => {
  it("exports what import reads", async () => {
    const { memory, before } = await open();
    await click("Export everything");
    expect(memory.downloads[0]?.name).toMatch(/^winnow-backup-\d{4}-\d\d-\d\d\.json$/);
    expect(readBackup(memory.downloads[0]?.text ?? "")).toEqual({ ok: true, settings: before });
  });

  it("erases only after a yes, and gives the permissions back", async () => {
    const { memory } = await open({ permitted: true });
    await click("Erase everything…");
    await says("Erase everything? This cannot be undone.");
    expect(memory.settings.rules).toBe("keep: from:@friend");
    await click("Cancel");
    await click("Erase everything…");
    await says("Erase everything? This cannot be undone.");
    await click("Erase everything");
    await says("Everything was erased.");
    expect(memory.settings).toEqual(defaultSettings());
    expect(memory.permitted).toBe(false);
  });
});

describe("what was set aside", () => {
  it("is shown with when and why, can be downloaded as it was, and forgotten", async () => {
    const { memory } = await open({
      storage: { state: "failed", message: "Broken." },
      setAside: [
        {
          time: "2026-01-02T03:04:05Z",
          key: "settings",
          problem: "rules: Expected string",
          raw: '{"rules":7}',
        },
      ],
    });
    await says("Nothing was thrown away");
    await says("rules: Expected string");
    await click("Download it");
    expect(memory.downloads).toEqual([{ name: "winnow-set-aside-1.txt", text: '{"rules":7}' }]);
    await click("Forget them…");
    await says("Forget these pieces?");
    await click("Forget them");
    await says("The set-aside pieces are gone.");
    await vi.waitFor(() => expect(document.body.textContent).not.toContain("Nothing was thrown away"));
  });
});

describe("detection", () => {
  it("saves a choice at once and takes it back", async () => {
    const { memory } = await open();
    document.querySelector<HTMLInputElement>("input[name=strictness][value='10000']")!.click();
    await says("Saved. Strictness: at most 1 human post in 10,000.");
    expect(memory.settings.policy.strictness).toBe(10_000);
    await click("Undo");
    await vi.waitFor(() => expect(memory.settings.policy.strictness).toBe(100));
    await vi.waitFor(() =>
      expect(document.querySelector<HTMLInputElement>("input[name=strictness][value='100']")?.checked).toBe(
        true,
      ),
    );
  });

  it("takes the last change back by the usual keys, but not where text is edited", async () => {
    const { memory } = await open();
    document.querySelector<HTMLInputElement>("input[name=flagged][value=hide]")!.click();
    await says("Saved. Flagged posts: hide.");
    const press = (target: Element) =>
      target.dispatchEvent(new KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true }));
    // Listening starts with the paint after the words.
    await new Promise((done) => setTimeout(done, 100));
    press(document.querySelector("textarea")!);
    expect(memory.settings.policy.flagged).toBe("hide");
    press(document.querySelector("input[name=flagged]")!);
    await vi.waitFor(() => expect(memory.settings.policy.flagged).toBe("label"));
  });

  it("follows another page", async () => {
    const { elsewhere } = await open();
    elsewhere((settings) => ({ ...settings, detectors: { text: false, declared: true } }));
    const [text] = document.querySelectorAll<HTMLInputElement>("input[type=checkbox]");
    await vi.waitFor(() => expect(text?.checked).toBe(false));
    expect(nameOf(text!.closest("label")!)).toContain("The text model");
  });

  it("says that the model does not work, and why", async () => {
    await open({ model: { state: "failed", message: "The model file is damaged." } });
    await says("The model file is damaged.");
  });
});
