// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";

import type { SubscriptionView } from "../../src/platform/lists/view";
import { Options } from "../../src/ui/options/options";
import { difference, listPreview, listRow, memoryLists, type MemoryLists } from "./memory-lists";
import { memoryBrowser } from "./memory-services";
import { click, find, openPage, says, type } from "./render-page";

const URL_OF_LIST = "https://lists.example/bots.txt";

const open = async (given: Partial<MemoryLists> = {}, answer: boolean | undefined = true) => {
  const browser = memoryBrowser({ lists: memoryLists(given), answer });
  openPage(Options, browser);
  await says(given.rows?.length ? /\d lists?/ : "You follow no list yet.");
  const { memory } = browser;
  return {
    browser,
    memory,
    row: (id = "list-1") => memory.lists.rows.find((each) => each.id === id),
    sent: (name: string) =>
      memory.sent.filter((message) => message.name === name).map(({ request }) => request),
    state: (check: (row: SubscriptionView | undefined) => void) =>
      vi.waitFor(() => check(memory.lists.rows.find(({ id }) => id === "list-1"))),
  };
};

const lookAt = async (text: string) => {
  type(find<HTMLTextAreaElement>("#add-list", /^$/), text);
  await vi.waitFor(() => expect(find<HTMLButtonElement>("button", "Look at it").disabled).toBe(false));
  await click("Look at it");
};

const box = (name: RegExp) =>
  [...document.querySelectorAll<HTMLLabelElement>(".preview label.check, .list-panel label.check")]
    .find(({ textContent }) => name.test(textContent ?? ""))!
    .querySelector("input")!;

describe("adding a list", () => {
  it("shows what it is before anything is applied, and grants only what the person allowed", async () => {
    const { row, sent } = await open({ previews: { [URL_OF_LIST]: listPreview() } });
    await lookAt(URL_OF_LIST);
    await says("Nothing of it works yet.");
    await says("0f3a 91bc");
    await says("120 rules");
    await says("It also asks to hide posts and to use regular expressions.");
    await says("1 line left out");
    expect(row("list-1")).toBeUndefined();
    expect(sent("list-subscribe")).toEqual([]);
    box(/^Hide/).click();
    await says("It also asks to use regular expressions.");
    await click("Subscribe");
    await says("You follow Reply bots, by hand now.");
    expect(sent("list-subscribe")).toEqual([
      {
        token: "token-1",
        name: "Reply bots, by hand",
        grant: { actions: ["label", "fold", "hide"], sites: "all", regex: false, ai: false, exempt: false },
      },
    ]);
    await says("1 list");
  });

  it("changes nothing when the person says no", async () => {
    const { sent } = await open({ previews: { [URL_OF_LIST]: listPreview() } });
    await lookAt(URL_OF_LIST);
    await click("Do not subscribe");
    await says("Nothing was changed.");
    expect(document.querySelector(".preview")).toBeNull();
    expect(sent("list-subscribe")).toEqual([]);
  });

  it("tells a share code and a text from an address", async () => {
    const { sent } = await open();
    await lookAt("winnow1:abc");
    await lookAt("fold: a\nfold: b");
    await lookAt(` ${URL_OF_LIST} `);
    await vi.waitFor(() => expect(sent("list-preview").length).toBe(3));
    expect(sent("list-preview").map((request) => (request as { source: unknown }).source)).toEqual([
      { kind: "code", text: "winnow1:abc" },
      { kind: "code", text: "fold: a\nfold: b" },
      { kind: "url", url: URL_OF_LIST },
    ]);
  });

  it("says why a list was refused", async () => {
    await open();
    await lookAt("https://nobody.example/x.txt");
    await says("Nothing was changed. Nobody answers at this address.");
  });

  it.each([
    [true, "Nothing of it works yet."],
    [false, "Your browser said no"],
  ])("asks the browser for the host where it must, answer %s", async (answer, words) => {
    const { memory } = await open(
      {
        previews: {
          [URL_OF_LIST]: {
            ok: false,
            kind: "permission",
            problem: "lists.example does not offer this file.",
            origin: "https://lists.example/*",
          },
        },
      },
      answer,
    );
    await lookAt(URL_OF_LIST);
    await says("lists.example does not offer this file.");
    if (answer) memory.lists.previews[URL_OF_LIST] = listPreview();
    await click("Allow lists.example");
    await says(words);
  });

  it("offers no way to follow a list whose signature does not hold, or that is followed", async () => {
    const bad = listPreview({ signature: { state: "bad", problem: "It was changed after it was signed." } });
    await open({
      previews: { [URL_OF_LIST]: bad, "https://b.example/": listPreview({ already: "list-1" }) },
    });
    await lookAt(URL_OF_LIST);
    await says("Its signature does not hold");
    expect(() => find("button", "Subscribe")).toThrow();
    await lookAt("https://b.example/");
    await says("You follow this list already.");
    expect(() => find("button", "Subscribe")).toThrow();
  });

  it("looks at once at what a link or the popup offered, and only once", async () => {
    location.hash = `#lists?add=${encodeURIComponent(URL_OF_LIST)}`;
    const { sent } = await open({ previews: { [URL_OF_LIST]: listPreview() } });
    await says("Nothing of it works yet.");
    expect(location.hash).toBe("#lists");
    expect(sent("list-preview").length).toBe(1);
    expect(sent("list-subscribe")).toEqual([]);
    location.hash = "";
  });

  it("shows a stranger's words as text", async () => {
    const evil = '<img src=x onerror="alert(1)">\u202E';
    await open({
      previews: {
        [URL_OF_LIST]: listPreview({ name: evil, header: { author: evil, homepage: "javascript:alert(1)" } }),
      },
    });
    await lookAt(URL_OF_LIST);
    await says("<img src=x");
    expect(document.querySelector("img")).toBeNull();
    expect(document.querySelector("a[href^=javascript]")).toBeNull();
  });
});

describe("a list that is followed", () => {
  it("says how it is, and can be switched off and on again", async () => {
    const { row, state } = await open({ rows: [listRow()] });
    await says("Up to date. Looked 3 hours ago. Next look in 5 hours.");
    await click("The list Reply bots, by hand");
    await says("Reply bots, by hand: off. Its rules do nothing now.");
    expect(row()?.on).toBe(false);
    await click("Undo");
    await state((now) => expect(now?.on).toBe(true));
  });

  it("lets its grant be edited, and takes that back", async () => {
    const { row, state } = await open({ rows: [listRow()] });
    await click("What it may do (Reply bots, by hand)");
    await vi.waitFor(() => box(/^Hide/).click());
    await says("May label, fold and hide posts on every site.");
    expect(row()?.grant.actions).toEqual(["label", "fold", "hide"]);
    await click("Undo");
    await state((now) => expect(now?.grant.actions).toEqual(["label", "fold"]));
  });

  it("shows what updates changed", async () => {
    await open({ rows: [listRow()] });
    await click("Changes (Reply bots, by hand)");
    await says("1 rule added and 1 rule removed");
    await says("fold: from:@new_bot");
  });

  it("goes back to a kept copy, is pinned there, and forward again", async () => {
    const { row, state } = await open({ rows: [listRow()] });
    await click("Versions (Reply bots, by hand)");
    await click(/^Use the copy of/);
    await state((now) => expect(now?.current.id).toBe("bb"));
    await says("it is pinned to it");
    await click("Undo");
    await state((now) => expect([now?.current.id, now?.pinned]).toEqual(["aa", false]));
    expect(row()?.state).toBe("ok");
  });

  it("has a time between looks that the person chooses", async () => {
    const { state } = await open({ rows: [listRow()] });
    await click("Versions (Reply bots, by hand)");
    const select = await vi.waitFor(() => find<HTMLSelectElement>("#list-1-interval", /./));
    select.value = String(7 * 24 * 3_600_000);
    select.dispatchEvent(new Event("change", { bubbles: true }));
    await state((now) => expect(now?.interval).toBe(7 * 24 * 3_600_000));
    await click("Undo");
    await state((now) => expect(now?.interval).toBeUndefined());
  });

  it("shows a copy that waits with its reasons and changes, and uses it only after a yes", async () => {
    const version = { id: "cc", time: Date.now(), bytes: 9_000, rules: 900 };
    const quarantine = {
      version,
      since: Date.now(),
      reasons: [{ reason: "key-changed" as const, message: "Another key." }],
    };
    const { row, sent } = await open({
      rows: [listRow({ state: "waiting", quarantine })],
      differences: { waiting: difference(), past: [] },
    });
    await says("A new copy waits for you to look at it. The old one works on.");
    await click("Look at the new copy (Reply bots, by hand)");
    await says("It is signed with another key.");
    await says("Somebody else may have taken this list over.");
    await says("fold: from:@new_bot");
    expect(row()?.current.id).toBe("aa");
    await click("Keep the old copy");
    await says("the old copy stays");
    expect(sent("list-decide")).toEqual([{ id: "list-1", accept: false }]);
    expect(row()?.current.id).toBe("aa");
  });

  it("asks for a host's permission where one is needed, and says what a no means", async () => {
    const problem = {
      kind: "permission" as const,
      message: "The server does not offer it.",
      origin: "https://lists.example/*",
      since: 1,
    };
    const { browser, row } = await open({ rows: [listRow({ state: "permission", problem })] }, false);
    await click("Allow lists.example");
    await says("Your browser does not let Winnow fetch from lists.example.");
    browser.memory.answer = true;
    await click("Allow lists.example");
    await vi.waitFor(() => expect(row()?.state).toBe("ok"));
  });

  it("says why the last look failed", async () => {
    const problem = { kind: "not-a-list" as const, message: "The server sent a web page.", since: 1 };
    await open({ rows: [listRow({ state: "failing", problem })] });
    await says("The last look failed. The copy you have works on.");
    await says("The server sent a web page.");
  });

  it("switches single rules off and on", async () => {
    const { row } = await open({ rows: [listRow()] });
    await click("Rules (Reply bots, by hand)");
    await says("1 line left out");
    await click("Switch off line 2");
    await says("Switched off by you");
    expect(row()?.switchedOff.map(({ text }) => text)).toEqual(["hide: spam"]);
    await click("Undo");
    await vi.waitFor(() => expect(row()?.switchedOff).toEqual([]));
  });

  it("is gone with everything after a yes, and not before", async () => {
    const { memory } = await open({ rows: [listRow()] });
    await click("Unsubscribe… (Reply bots, by hand)");
    await says("Stop following Reply bots, by hand?");
    expect(memory.lists.rows.length).toBe(1);
    await click("Save its text as a file first");
    await vi.waitFor(() => expect(memory.downloads.length).toBe(1));
    await click("Unsubscribe");
    await says("Everything of Reply bots, by hand is gone.");
    await says("You follow no list yet.");
    expect(memory.lists.rows).toEqual([]);
  });

  it("stays as it was when a change fails, with the reason", async () => {
    const { memory, row } = await open({ rows: [listRow()] });
    memory.broken = { "list-change": "The disk is full." };
    await click("The list Reply bots, by hand");
    await says("The disk is full.");
    expect(row()?.on).toBe(true);
  });
});

describe("the table", () => {
  it("says that lists could not be read, and reads them again", async () => {
    const browser = memoryBrowser({ broken: { lists: "The database is locked." } });
    openPage(Options, browser);
    await says("Your lists could not be read. The database is locked.");
    browser.memory.broken = {};
    await click("Try again");
    await says("You follow no list yet.");
  });
});
