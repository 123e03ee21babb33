import { describe, expect, it } from "vitest";

import { keyOf } from "../../../src/core/lists/identity";
import { generateSigner } from "../../../src/core/lists/keys";
import { signList } from "../../../src/core/lists/signature";
import { encodeShareCode } from "../../../src/core/lists/share-code";
import { parseList } from "../../../src/core/rules/parse";
import { newGrant } from "../../../src/core/vocab/rule-list";
import { database } from "../../../src/platform/lists/database";
import { readLedger } from "../../../src/platform/lists/ledger";
import { listBroken, readSubscriptions } from "../../../src/platform/lists/store";
import { testLists } from "./support/lists";
import { bots, DAY, follow, granted, nextDay, row, useWorld, world } from "./support/world";

useWorld();

describe("following a list", () => {
  it("shows what it is before it may do anything", async () => {
    world.server.put("/a.txt", "! title: Bots\n! asks: hide regex\nfold: from:@bot1\nhide: /x+/\nnonsense\n");
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
    const looked = await world.lists.preview({ kind: "url", url: `${world.server.origin}/a.txt` }, [
      { ...post, is: [], media: [], links: [] },
      { ...post, id: "2", author: { handle: "somebody" }, is: [], media: [], links: [] },
    ]);
    expect(looked).toMatchObject({
      ok: true,
      preview: {
        name: "Bots",
        host: world.server.host,
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
    expect(await world.lists.all()).toEqual([]);
  });

  it("gives its rules with the grant, plans the next look, and notes the request", async () => {
    world.server.put("/a.txt", bots(2));
    const id = await follow("/a.txt");
    expect(await world.lists.granted()).toMatchObject([
      { list: { id, name: "Reply bots", rules: [{ line: 2 }, { line: 3 }] }, grant: newGrant() },
    ]);
    expect(world.told).toEqual({ changed: 1, wakeAt: world.clock.now + DAY });
    expect(await readLedger()).toMatchObject([{ host: world.server.host, list: "", outcome: "new" }]);
    expect(await row(id)).toMatchObject({ state: "ok", nextCheck: world.clock.now + DAY });
  });

  it("is refused twice, without a look, and with a bad signature", async () => {
    world.server.put("/a.txt", bots(2));
    await follow("/a.txt");
    await expect(follow("/a.txt")).rejects.toThrow(/already/);
    await expect(world.lists.subscribe("no-such-token", newGrant())).rejects.toThrow(
      /Look at the list again/,
    );
    world.server.put("/bad.txt", (await signList(bots(2), await generateSigner())).replace("bot1", "bot9"));
    await expect(follow("/bad.txt")).rejects.toThrow(/changed after it was signed/);
  });

  it("works from a share code and from a file, which are never looked for", async () => {
    const looked = await world.lists.preview({ kind: "code", text: await encodeShareCode(bots(3)) });
    if (!looked.ok) throw new Error(looked.problem);
    const { id } = await world.lists.subscribe(looked.preview.token, newGrant());
    expect(await row(id)).toMatchObject({ state: "still", origin: { kind: "code" } });
    const file = await world.lists.preview({ kind: "file", file: "mine.txt", text: "fold: x" });
    expect(file).toMatchObject({ ok: true, preview: { name: "mine.txt", origin: { kind: "file" } } });
    expect(world.told.wakeAt).toBeNull();
    expect(world.server.seen).toEqual([]);
  });

  it("tells another program's list", async () => {
    const looked = await world.lists.preview({
      kind: "file",
      file: "x",
      text: "||a.example^\n||b.example^\n",
    });
    expect(looked).toMatchObject({ ok: false, kind: "not-a-list", format: "ublock" });
  });
});

describe("what the user does", () => {
  it("goes back to a copy and stays there, until it is let go on", async () => {
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    const [first] = (await row(id)).versions;
    world.server.put("/a.txt", bots(4));
    await nextDay();
    await world.lists.rollBack(id, first!.id);
    expect(await granted()).toHaveLength(3);
    world.server.put("/a.txt", bots(5));
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "pinned", pinned: true });
    await expect(world.lists.updateNow(id)).rejects.toThrow(/pinned/);
    await world.lists.change(id, { pinned: false });
    await world.lists.updateDue();
    expect(await granted()).toHaveLength(5);
    await expect(world.lists.rollBack(id, "abcdef")).rejects.toThrow(/not kept/);
  });

  it("gives back the rules of an older copy that a later one had removed, but none that was switched off", async () => {
    world.server.put("/a.txt", bots(4));
    const id = await follow("/a.txt");
    const [first] = (await row(id)).versions;
    await world.lists.changeTombstones(id, async () => [
      { key: keyOf(parseList(bots(1)).rules[0]!), text: "off", since: world.clock.now, by: "user" as const },
    ]);
    world.server.put("/a.txt", bots(2));
    await nextDay();
    expect(await granted()).toHaveLength(1);
    await world.lists.rollBack(id, first!.id);
    expect(await granted()).toHaveLength(3);
    // What the list itself brings back stays out as before.
    await world.lists.change(id, { pinned: false });
    await world.lists.updateDue();
    expect(await granted()).toHaveLength(1);
    world.server.put("/a.txt", bots(4));
    await nextDay();
    expect(await granted()).toHaveLength(1);
    expect((await row(id)).returned).toHaveLength(2);
  });

  it("lets a list go on to the copy that it left, though the server knows of no change", async () => {
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    const [first] = (await row(id)).versions;
    world.server.put("/a.txt", bots(4));
    await nextDay();
    await world.lists.rollBack(id, first!.id);
    await world.lists.change(id, { pinned: false });
    await world.lists.updateDue();
    expect(await granted()).toHaveLength(4);
  });

  it("switches a list off, renames it, grants more, sets its time", async () => {
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    await world.lists.change(id, { on: false });
    expect(await granted()).toEqual([]);
    expect(world.told.wakeAt).toBeNull();
    const grant = { ...newGrant(), actions: ["hide" as const], regex: true };
    await world.lists.change(id, { on: true, name: "Mine", grant, interval: 5 * 3_600_000 });
    expect(await world.lists.granted()).toMatchObject([{ list: { name: "Mine" }, grant }]);
    await nextDay();
    expect((await row(id)).nextCheck).toBe(world.clock.now + 5 * 3_600_000);
  });

  it("unsubscribes, and everything of the list is gone", async () => {
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    world.server.put("/a.txt", bots(4));
    await nextDay();
    await world.lists.unsubscribe(id);
    const db = await database();
    for (const store of ["subscriptions", "versions", "differences", "previews"] as const)
      expect(await db.count(store)).toBe(0);
    expect(await granted()).toEqual([]);
    expect(world.told.wakeAt).toBeNull();
  });
});

describe("stored data that is broken", () => {
  it("is set aside, and the rest works on", async () => {
    world.server.put("/a.txt", bots(3));
    world.server.put("/b.txt", bots(4));
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
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    const db = await database();
    const [key] = await db.getAllKeys("versions");
    await db.put("versions", new Uint8Array([1, 2, 3]), key!);
    const fresh = testLists();
    fresh.clock.now = world.clock.now + 2 * DAY;
    await fresh.lists.updateDue();
    expect((await fresh.lists.granted()).map(({ list }) => list.rules.length)).toEqual([3]);
    expect(await listBroken()).toHaveLength(1);
    expect((await row(id)).state).toBe("ok");
  });
});
