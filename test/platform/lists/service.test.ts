import "fake-indexeddb/auto";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { generateSigner } from "../../../src/core/lists/keys";
import { signList } from "../../../src/core/lists/signature";
import { encodeShareCode } from "../../../src/core/lists/share-code";
import { newGrant } from "../../../src/core/vocab/rule-list";
import { database, eraseLists } from "../../../src/platform/lists/database";
import { readLedger } from "../../../src/platform/lists/ledger";
import { listBroken, readDifferences, readSubscriptions } from "../../../src/platform/lists/store";
import { viewOfSubscription } from "../../../src/platform/lists/view";
import { testLists, type TestLists } from "./support/lists";
import { type ListServer, startListServer, trustAll } from "./support/server";

const DAY = 86_400_000;
let server: ListServer;
let test: TestLists;

beforeAll(async () => {
  trustAll(true);
  server = await startListServer();
});
afterAll(async () => {
  trustAll(false);
  await server.close();
});
beforeEach(async () => {
  await eraseLists();
  server.seen.length = 0;
  test = testLists();
});

const bots = (count: number, action = "fold"): string =>
  `! title: Reply bots\n${Array.from({ length: count }, (_, at) => `${action}: from:@bot${at}`).join("\n")}\n`;

const follow = async (path: string): Promise<string> => {
  const looked = await test.lists.preview({ kind: "url", url: server.origin + path });
  if (!looked.ok) throw new Error(looked.problem);
  return (await test.lists.subscribe(looked.preview.token, newGrant())).id;
};
const granted = async (): Promise<string[]> =>
  (await test.lists.granted()).flatMap(({ list }) => list.rules.map(({ text }) => text));
const row = async (id: string) =>
  viewOfSubscription((await test.lists.all()).find((each) => each.id === id)!);
const nextDay = async (): Promise<void> => {
  test.clock.now += 2 * DAY;
  await test.lists.updateDue();
};

describe("following a list", () => {
  it("shows what it is before it may do anything", async () => {
    server.put("/a.txt", "! title: Bots\n! asks: hide regex\nfold: from:@bot1\nhide: /x+/\nnonsense\n");
    const post = {
      site: "x",
      id: "1",
      surface: "home",
      author: { handle: "Bot1" },
      text: "hi",
      is: [],
      media: [],
      links: [],
    } as const;
    const looked = await test.lists.preview({ kind: "url", url: `${server.origin}/a.txt` }, [
      { ...post, is: [], media: [], links: [] },
      { ...post, id: "2", author: { handle: "somebody" }, is: [], media: [], links: [] },
    ]);
    expect(looked).toMatchObject({
      ok: true,
      preview: {
        name: "Bots",
        host: server.host,
        counts: { rules: 2, skipped: 1 },
        actions: { fold: 1, hide: 1 },
        wish: { actions: ["hide"], regex: true },
        grant: newGrant(),
        signature: { state: "unsigned" },
        problems: [{ line: 5 }],
        effect: {
          posts: 2,
          acted: [{ post: 0, action: "fold", rules: [{ line: 3, text: "fold: from:@bot1" }] }],
        },
      },
    });
    expect(await granted()).toEqual([]);
    expect(await test.lists.all()).toEqual([]);
  });

  it("gives its rules with the grant, plans the next look, and notes the request", async () => {
    server.put("/a.txt", bots(2));
    const id = await follow("/a.txt");
    expect(await test.lists.granted()).toMatchObject([
      { list: { id, name: "Reply bots", rules: [{ line: 2 }, { line: 3 }] }, grant: newGrant() },
    ]);
    expect(test.told).toEqual({ changed: 1, wakeAt: test.clock.now + DAY });
    expect(await readLedger()).toMatchObject([{ host: server.host, list: "", outcome: "new" }]);
    expect(await row(id)).toMatchObject({ state: "ok", nextCheck: test.clock.now + DAY });
  });

  it("is refused twice, without a look, and with a bad signature", async () => {
    server.put("/a.txt", bots(2));
    await follow("/a.txt");
    await expect(follow("/a.txt")).rejects.toThrow(/already/);
    await expect(test.lists.subscribe("no-such-token", newGrant())).rejects.toThrow(/Look at the list again/);
    server.put("/bad.txt", (await signList(bots(2), await generateSigner())).replace("bot1", "bot9"));
    await expect(follow("/bad.txt")).rejects.toThrow(/changed after it was signed/);
  });

  it("works from a share code and from a file, which are never looked for", async () => {
    const looked = await test.lists.preview({ kind: "code", text: await encodeShareCode(bots(3)) });
    if (!looked.ok) throw new Error(looked.problem);
    const { id } = await test.lists.subscribe(looked.preview.token, newGrant());
    expect(await row(id)).toMatchObject({ state: "still", origin: { kind: "code" } });
    const file = await test.lists.preview({ kind: "file", file: "mine.txt", text: "fold: x" });
    expect(file).toMatchObject({ ok: true, preview: { name: "mine.txt", origin: { kind: "file" } } });
    expect(test.told.wakeAt).toBeNull();
    expect(server.seen).toEqual([]);
  });

  it("tells another program's list", async () => {
    const looked = await test.lists.preview({
      kind: "file",
      file: "x",
      text: "||a.example^\n||b.example^\n",
    });
    expect(looked).toMatchObject({ ok: false, kind: "not-a-list", format: "ublock" });
  });
});

describe("an update", () => {
  it("is asked for when it is due, and not before", async () => {
    server.put("/a.txt", bots(2));
    await follow("/a.txt");
    await test.lists.updateDue();
    expect(server.seen).toHaveLength(1);
    await nextDay();
    expect(server.seen).toHaveLength(2);
    expect(server.seen[1]?.etag).toBeDefined();
    expect(test.told.changed).toBe(1);
  });

  it("is used, and its difference kept", async () => {
    server.put("/a.txt", bots(2));
    const id = await follow("/a.txt");
    server.put("/a.txt", bots(3).replace("fold: from:@bot0\n", ""));
    await nextDay();
    expect(await granted()).toEqual(["fold: from:@bot1", "fold: from:@bot2"]);
    expect(await readDifferences(id)).toMatchObject([
      { difference: { added: [{ text: "fold: from:@bot2" }], removed: [{ text: "fold: from:@bot0" }] } },
    ]);
    expect((await row(id)).versions).toHaveLength(2);
    expect(test.told.changed).toBe(2);
  });

  it("keeps the last few copies and no more", async () => {
    server.put("/a.txt", bots(1));
    const id = await follow("/a.txt");
    for (let count = 2; count < 10; count += 1) {
      server.put("/a.txt", bots(count));
      await nextDay();
    }
    expect((await row(id)).versions).toHaveLength(5);
    expect(await (await database()).count("versions")).toBe(5);
  });

  it("waits for a look when it is not like the copy before, and can be taken or left", async () => {
    server.put("/a.txt", bots(30));
    const id = await follow("/a.txt");
    server.put("/a.txt", bots(300, "hide"));
    await nextDay();
    await nextDay();
    expect(await granted()).toHaveLength(30);
    expect(await row(id)).toMatchObject({
      state: "waiting",
      quarantine: { version: { rules: 300 }, reasons: [{ reason: "grew" }, { reason: "asks-more" }] },
    });
    await test.lists.reject(id);
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "ok" });
    server.put("/a.txt", bots(301));
    await nextDay();
    await test.lists.accept(id);
    expect(await granted()).toHaveLength(301);
    expect((await row(id)).state).toBe("ok");
    await expect(test.lists.accept(id)).rejects.toThrow(/No copy/);
  });

  it("that goes back to the copy in use ends the wait", async () => {
    server.put("/a.txt", bots(30));
    const id = await follow("/a.txt");
    server.put("/a.txt", bots(300));
    await nextDay();
    expect((await row(id)).state).toBe("waiting");
    server.put("/a.txt", bots(30));
    await nextDay();
    expect((await row(id)).state).toBe("ok");
  });

  it.each([
    ["HTML", "<html><p>Sign in", "not-a-list"],
    ["nothing", "", "not-a-list"],
    ["an older copy", bots(30).replace("! title", "! updated: 2020-01-01\n! title"), "older"],
    ["no rules", "! title: gone\n! all of it\n", "not-a-list"],
  ])("of %s is refused; the copy in use works on", async (_name, text, kind) => {
    server.put("/a.txt", `! updated: 2026-11-20\n${bots(30)}`);
    const id = await follow("/a.txt");
    server.put("/a.txt", text);
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "failing", problem: { kind } });
    expect(await granted()).toHaveLength(30);
    server.put("/a.txt", `! updated: 2026-11-24\n${bots(31)}`);
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "ok" });
    expect(await granted()).toHaveLength(31);
  });

  it("that fails is tried again, later each time", async () => {
    server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    server.on("/a.txt", (_, response) => response.writeHead(500).end());
    const waits: number[] = [];
    for (let at = 0; at < 4; at += 1) {
      await nextDay();
      waits.push(((await row(id)).nextCheck! - test.clock.now) / 60_000);
    }
    expect(waits).toEqual([15, 30, 60, 120]);
    expect((await row(id)).problem).toMatchObject({ kind: "server", since: expect.any(Number) });
  });

  it("with another key waits, and accepting pins the new one", async () => {
    const [first, second] = [await generateSigner(), await generateSigner()];
    server.put("/a.txt", await signList(bots(3), first));
    const id = await follow("/a.txt");
    expect((await row(id)).key).toBe(first.publicKey);
    server.put("/a.txt", await signList(bots(4), first));
    await nextDay();
    expect(await granted()).toHaveLength(4);
    server.put("/a.txt", await signList(bots(5), second));
    await nextDay();
    expect(await row(id)).toMatchObject({
      state: "waiting",
      quarantine: { reasons: [{ reason: "key-changed" }] },
    });
    expect(await granted()).toHaveLength(4);
    await test.lists.accept(id);
    expect((await row(id)).key).toBe(second.publicKey);
    server.put("/a.txt", (await signList(bots(6), second)).replace("bot5", "botX"));
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "failing", problem: { kind: "signature" } });
    expect(await granted()).toHaveLength(5);
  });

  it("that names somebody followed waits", async () => {
    test = testLists({ follows: () => Promise.resolve((handle) => handle === "friend") });
    server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    server.put("/a.txt", `${bots(3)}fold: from:@Friend\n`);
    await nextDay();
    expect(await row(id)).toMatchObject({
      quarantine: { reasons: [{ reason: "names-followed", message: /@friend/ }] },
    });
  });

  it("brings back what it removed only when somebody looked", async () => {
    server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    server.put("/a.txt", bots(2));
    await nextDay();
    server.put("/a.txt", bots(3));
    await nextDay();
    expect(await granted()).toHaveLength(2);
    expect((await row(id)).returned).toMatchObject([{ text: "fold: from:@bot2" }]);
    await test.lists.changeTombstones(id, ({ tombstones }) =>
      Promise.resolve(tombstones.filter(({ returned }) => returned === undefined)),
    );
    expect(await granted()).toHaveLength(3);
  });

  it("is made where the host must be permitted first, once it is", async () => {
    let permitted = true;
    const blocked = ((input: string, init: RequestInit) => {
      if (permitted) return fetch(input, init);
      if (init.mode !== "no-cors") return Promise.reject(new TypeError("Failed to fetch"));
      return Promise.resolve(Object.create(Response.prototype, { type: { value: "opaque" } }) as Response);
    }) as typeof fetch;
    test = testLists({ fetch: blocked, permitted: () => Promise.resolve(permitted) });
    server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    permitted = false;
    await nextDay();
    expect(await row(id)).toMatchObject({
      state: "permission",
      problem: { kind: "permission", origin: "https://localhost/*" },
    });
    permitted = true;
    await test.lists.updateDue(true);
    expect((await row(id)).state).toBe("ok");
  });

  it("is not made again and again when the clock is put back, nor never again", async () => {
    server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    test.clock.now -= 300 * DAY;
    await test.lists.updateDue();
    expect(server.seen).toHaveLength(2);
    await test.lists.updateDue();
    expect(server.seen).toHaveLength(2);
    expect((await row(id)).nextCheck).toBe(test.clock.now + DAY);
  });
});

describe("a fork", () => {
  it("brings along what it includes, and asks before a new host is spoken to", async () => {
    const asked: string[] = [];
    const elsewhere = ((input: string, init: RequestInit) => {
      asked.push(input);
      return input.startsWith("https://more.example.org/")
        ? Promise.resolve(new Response("fold: from:@more\n"))
        : fetch(input, init);
    }) as typeof fetch;
    test = testLists({ fetch: elsewhere });
    server.put("/base.txt", bots(3));
    server.put("/fork.txt", "! title: Fork\ninclude: base.txt\n- fold: from:@bot1\nlabel: delve\n");
    const id = await follow("/fork.txt");
    expect(await granted()).toEqual(["fold: from:@bot0", "fold: from:@bot2", "label: delve"]);
    server.put("/base.txt", bots(4));
    await nextDay();
    expect(await granted()).toHaveLength(4);

    const more = "https://more.example.org/list.txt";
    server.put("/fork.txt", `! title: Fork\ninclude: base.txt\ninclude: ${more}\nlabel: delve\n`);
    await nextDay();
    expect(await row(id)).toMatchObject({
      quarantine: {
        reasons: [{ reason: "asks-more", message: expect.stringMatching(/list from more\.example\.org/) }],
      },
    });
    expect(asked).not.toContain(more);
    await test.lists.accept(id);
    await test.lists.updateDue();
    expect(asked).toContain(more);
    expect(await row(id)).toMatchObject({ state: "ok" });
    expect(await granted()).toContain("fold: from:@more");
  });

  it("keeps the last copy of an include that cannot be had, and says so", async () => {
    server.put("/base.txt", bots(3));
    server.put("/fork.txt", "include: base.txt\nlabel: delve\n");
    const id = await follow("/fork.txt");
    server.on("/base.txt", (_, response) => response.writeHead(500).end());
    await nextDay();
    expect(await granted()).toHaveLength(4);
    expect((await row(id)).notes).toEqual([expect.stringMatching(/not up to date .*base\.txt/)]);
  });
});

describe("what the user does", () => {
  it("goes back to a copy and stays there, until it is let go on", async () => {
    server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    const [first] = (await row(id)).versions;
    server.put("/a.txt", bots(4));
    await nextDay();
    await test.lists.rollBack(id, first!.id);
    expect(await granted()).toHaveLength(3);
    server.put("/a.txt", bots(5));
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "pinned", pinned: true });
    await expect(test.lists.updateNow(id)).rejects.toThrow(/pinned/);
    await test.lists.change(id, { pinned: false });
    await test.lists.updateDue();
    expect(await granted()).toHaveLength(5);
    await expect(test.lists.rollBack(id, "abcdef")).rejects.toThrow(/not kept/);
  });

  it("switches a list off, renames it, grants more, sets its time", async () => {
    server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    await test.lists.change(id, { on: false });
    expect(await granted()).toEqual([]);
    expect(test.told.wakeAt).toBeNull();
    const grant = { ...newGrant(), actions: ["hide" as const], regex: true };
    await test.lists.change(id, { on: true, name: "Mine", grant, interval: 5 * 3_600_000 });
    expect(await test.lists.granted()).toMatchObject([{ list: { name: "Mine" }, grant }]);
    await nextDay();
    expect((await row(id)).nextCheck).toBe(test.clock.now + 5 * 3_600_000);
  });

  it("unsubscribes, and everything of the list is gone", async () => {
    server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    server.put("/a.txt", bots(4));
    await nextDay();
    await test.lists.unsubscribe(id);
    const db = await database();
    for (const store of ["subscriptions", "versions", "differences", "previews"] as const)
      expect(await db.count(store)).toBe(0);
    expect(await granted()).toEqual([]);
    expect(test.told.wakeAt).toBeNull();
  });
});

describe("stored data that is broken", () => {
  it("is set aside, and the rest works on", async () => {
    server.put("/a.txt", bots(3));
    server.put("/b.txt", bots(4));
    const [a, b] = [await follow("/a.txt"), await follow("/b.txt")];
    const db = await database();
    const good = (await db.get("subscriptions", a)) as object;
    await db.put("subscriptions", { ...good, grant: { actions: "everything" } }, a);
    expect((await readSubscriptions()).map(({ id }) => id)).toEqual([b]);
    expect(await listBroken()).toMatchObject([
      { problem: expect.stringMatching(/^grant\./), raw: { id: a } },
    ]);
  });

  it("of a text is fetched anew", async () => {
    server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    const db = await database();
    const [key] = await db.getAllKeys("versions");
    await db.put("versions", new Uint8Array([1, 2, 3]), key!);
    const fresh = testLists();
    fresh.clock.now = test.clock.now + 2 * DAY;
    await fresh.lists.updateDue();
    expect((await fresh.lists.granted()).map(({ list }) => list.rules.length)).toEqual([3]);
    expect(await listBroken()).toHaveLength(1);
    expect((await row(id)).state).toBe("ok");
  });
});
