// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";

import { decodeShareCode } from "../../src/core/lists/share-code";
import { verifyList } from "../../src/core/lists/signature";
import { Options } from "../../src/ui/options/options";
import { listRow, memoryLists, type MemoryLists } from "./memory-lists";
import { memoryBrowser } from "./memory-services";
import { choose, click, find, openPage, says, type } from "./render-page";

const RULES = "! mine\nfold: from:@somebot\nhide: url:spam.example\nhidde: x";

const open = async (rules = RULES, lists: Partial<MemoryLists> = {}) => {
  const browser = memoryBrowser({ lists: memoryLists(lists) });
  browser.memory.settings.rules = rules;
  openPage(Options, browser);
  await says("Your rules as a list that others can follow.");
  return browser.memory;
};

const check = (name: RegExp) =>
  vi.waitFor(() =>
    [...document.querySelectorAll<HTMLLabelElement>("#share label.check")]
      .find(({ textContent }) => name.test(textContent ?? ""))!
      .querySelector("input")!
      .click(),
  );

const lastFile = (memory: Awaited<ReturnType<typeof open>>) =>
  vi.waitFor(() => {
    expect(memory.downloads.length).toBeGreaterThan(0);
    return memory.downloads.at(-1)!;
  });

describe("sharing rules", () => {
  it("makes a list of all of them, without the lines that nobody could read", async () => {
    const memory = await open();
    type(find<HTMLInputElement>("#share-head-title", /^$/), "My bots");
    await says("! title: My bots");
    await says("1 line left out");
    await click("Save as a file");
    const { name, text } = await lastFile(memory);
    expect(name).toBe("my-bots.txt");
    expect(text).toMatch(/^! title: My bots\n/);
    expect(text).toContain("! mine\nfold: from:@somebot\nhide: url:spam.example\n");
    expect(text).not.toContain("hidde");
  });

  it("makes a share code and a picture of chosen lines", async () => {
    const memory = await open();
    await check(/^Only some/);
    await says("Choose at least one rule.");
    await check(/spam\.example/);
    await says("1 rule. Share code:");
    await click("Copy a share code");
    await vi.waitFor(() => expect(memory.copied.length).toBe(1));
    const decoded = await decodeShareCode(memory.copied[0]!);
    expect(decoded.ok && decoded.text).toMatch(/\n\nhide: url:spam\.example\n$/);
    await click("QR picture");
    await vi.waitFor(() => expect(document.querySelector("svg.qr path")).not.toBeNull());
  });

  it("signs with a key that is made here and kept in a file with a passphrase", async () => {
    const memory = await open();
    await click("Make a new key");
    await says("This key is in no file yet.");
    type(find<HTMLInputElement>("#key-save", /^$/), "correct horse");
    await click("Save the key file");
    const { text: key } = await lastFile(memory);
    expect(key).not.toContain('"private"');
    await says("! signature: ed25519:");
    await click("Save as a file");
    await vi.waitFor(() => expect(memory.downloads.length).toBe(2));
    expect(await verifyList(memory.downloads[1]!.text)).toMatchObject({ state: "valid" });

    await click("Do not sign");
    const field = await vi.waitFor(
      () => document.querySelector<HTMLInputElement>("#share input[type=file]") ?? expect.fail("no field"),
    );
    choose(field, new File([key], "winnow-key.json"));
    const phrase = await vi.waitFor(() => find<HTMLInputElement>("#key-open", /^$/));
    type(phrase, "wrong");
    await click("Open it");
    await says("The passphrase does not fit this key.");
    type(find<HTMLInputElement>("#key-open", /^$/), "correct horse");
    await click("Open it");
    await says("The list is signed with this key.");
  }, 20_000);

  it("asks before an unsaved key is thrown away", async () => {
    await open();
    await click("Make a new key");
    await click("Do not sign");
    await says("Throw this key away? It is in no file.");
    await click("Throw it away");
    await vi.waitFor(() => find("button", "Make a new key"));
  });

  it("forks a list: its address, what was switched off, and chosen lines", async () => {
    const stone = { key: "k", text: "hide: spam", since: 1, by: "user" as const };
    const memory = await open(RULES, { rows: [listRow({ switchedOff: [stone] })] });
    await click("Fork (Reply bots, by hand)");
    await says("A fork of Reply bots, by hand");
    await check(/somebot/);
    await says("include: https://lists.example/bots.txt\n- hide: spam\nfold: from:@somebot");
    await click("Save as a file");
    expect((await lastFile(memory)).text).toMatch(/^! title: Reply bots, by hand, and more\n/);
  });

  it("writes uBlacklist and JSON, and names what uBlacklist cannot say", async () => {
    const memory = await open();
    await says("Share code:");
    await click("Save for uBlacklist");
    expect((await lastFile(memory)).text).toContain("*://*.spam.example/*");
    await says("1 rule cannot be said in that format:");
    await click("Save as JSON");
    await vi.waitFor(() => expect(memory.downloads.length).toBe(2));
    expect(JSON.parse(memory.downloads[1]!.text)).toMatchObject({ format: "winnow-list" });
  });
});

describe("bringing rules from another program", () => {
  const paste = async (text: string) => {
    type(find<HTMLTextAreaElement>("#bring-text", /^$/), text);
    await vi.waitFor(() => expect(find<HTMLButtonElement>("button", "Read it").disabled).toBe(false));
    await click("Read it");
  };

  it("reports what is carried over and what is not, and adds it only after a yes", async () => {
    const memory = await open("fold: url:spam.example");
    await paste("||spam.example^\n||other.example^\n##.ad");
    await says("2 rules; you have 1 of them already; 1 line cannot be carried over.");
    expect(memory.settings.rules).toBe("fold: url:spam.example");
    await click("Add 1 rule to mine");
    await vi.waitFor(() =>
      expect(memory.settings.rules).toBe(
        "fold: url:spam.example\n! from another program\nfold: url:other.example\n",
      ),
    );
    await click("Undo");
    await vi.waitFor(() => expect(memory.settings.rules).toBe("fold: url:spam.example"));
  });

  it("makes a list of its own of them, by way of a preview", async () => {
    const memory = await open("");
    await paste("@one\n@two");
    await click("Make a list of them");
    await vi.waitFor(() => expect(memory.sent.some(({ name }) => name === "list-preview")).toBe(true));
    expect(memory.sent.find(({ name }) => name === "list-preview")?.request).toMatchObject({
      source: { kind: "file", text: expect.stringContaining("fold: from:@one") },
    });
  });
});

describe("sync and the ledger", () => {
  it("switches sync on and off, off by default, and asks what becomes of what was synced", async () => {
    const memory = await open();
    await says("Off. Nothing is handed to your browser’s sync.");
    await click("Sync");
    await says("Uses 9 KB of 102 KB.");
    await click("Sync");
    await says("Also erase what was synced?");
    await click("Switch off and erase it there");
    await says("Sync is off, and what was synced is erased.");
    expect(memory.sent.filter(({ name }) => name === "sync-switch").map(({ request }) => request)).toEqual([
      { on: true },
      { on: false, erase: true },
    ]);
  });

  it("says that it does not fit", async () => {
    const sync = {
      on: true,
      state: "too-large" as const,
      message: "Your rules do not fit.",
      room: 102_400,
      conflicts: [],
      waiting: [],
    };
    await open(RULES, { sync });
    await says("On, but nothing was sent: it does not fit.");
    await says("Your rules do not fit.");
  });

  it("lists every request", async () => {
    await open(RULES, {
      requests: [
        {
          time: 1,
          host: "lists.example",
          list: "list-1",
          bytes: 4_200,
          outcome: "failed",
          message: "Nobody answers.",
        },
      ],
    });
    const details = [...document.querySelectorAll("details")].find(({ textContent }) =>
      /Every request/.test(textContent ?? ""),
    )!;
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    await says("Nobody answers.");
    await says("lists.example");
  });
});
