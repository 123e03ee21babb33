import { describe, expect, it, vi } from "vitest";

import { generateSigner } from "../../../src/core/lists/keys";
import { signList } from "../../../src/core/lists/signature";
import { database } from "../../../src/platform/lists/database";
import { readDifferences } from "../../../src/platform/lists/store";
import { testLists } from "./support/lists";
import { bots, DAY, follow, granted, nextDay, row, useWorld, world } from "./support/world";

useWorld();

describe("an update", () => {
  it("is asked for when it is due, and not before", async () => {
    world.server.put("/a.txt", bots(2));
    await follow("/a.txt");
    await world.lists.updateDue();
    expect(world.server.seen).toHaveLength(1);
    await nextDay();
    expect(world.server.seen).toHaveLength(2);
    expect(world.server.seen[1]?.etag).toBeDefined();
    expect(world.told.changed).toBe(1);
  });

  it("is used, and its difference kept", async () => {
    world.server.put("/a.txt", bots(2));
    const id = await follow("/a.txt");
    world.server.put("/a.txt", bots(3).replace("fold: from:@bot0\n", ""));
    await nextDay();
    expect(await granted()).toEqual(["fold: from:@bot1", "fold: from:@bot2"]);
    expect(await readDifferences(id)).toMatchObject([
      { difference: { added: [{ text: "fold: from:@bot2" }], removed: [{ text: "fold: from:@bot0" }] } },
    ]);
    expect((await row(id)).versions).toHaveLength(2);
    expect(world.told.changed).toBe(2);
  });

  it("keeps the last few copies and no more", async () => {
    world.server.put("/a.txt", bots(1));
    const id = await follow("/a.txt");
    for (let count = 2; count < 10; count += 1) {
      world.server.put("/a.txt", bots(count));
      await nextDay();
    }
    expect((await row(id)).versions).toHaveLength(5);
    expect(await (await database()).count("versions")).toBe(5);
  });

  it("waits for a look when it is not like the copy before, and can be taken or left", async () => {
    world.server.put("/a.txt", bots(30));
    const id = await follow("/a.txt");
    world.server.put("/a.txt", bots(300, "hide"));
    await nextDay();
    await nextDay();
    expect(await granted()).toHaveLength(30);
    expect(await row(id)).toMatchObject({
      state: "waiting",
      quarantine: { version: { rules: 300 }, reasons: [{ reason: "grew" }, { reason: "asks-more" }] },
    });
    await world.lists.reject(id);
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "ok" });
    world.server.put("/a.txt", bots(301));
    await nextDay();
    await world.lists.accept(id);
    expect(await granted()).toHaveLength(301);
    expect((await row(id)).state).toBe("ok");
    await expect(world.lists.accept(id)).rejects.toThrow(/No copy/);
  });

  it("that goes back to the copy in use ends the wait", async () => {
    world.server.put("/a.txt", bots(30));
    const id = await follow("/a.txt");
    world.server.put("/a.txt", bots(300));
    await nextDay();
    expect((await row(id)).state).toBe("waiting");
    world.server.put("/a.txt", bots(30));
    await nextDay();
    expect((await row(id)).state).toBe("ok");
  });

  it.each([
    ["HTML", "<html><p>Sign in", "not-a-list"],
    ["nothing", "", "not-a-list"],
    ["an older copy", bots(30).replace("! title", "! updated: 2020-01-01\n! title"), "older"],
    ["no rules", "! title: gone\n! all of it\n", "not-a-list"],
  ])("of %s is refused; the copy in use works on", async (_name, text, kind) => {
    world.server.put("/a.txt", `! updated: 2026-11-20\n${bots(30)}`);
    const id = await follow("/a.txt");
    world.server.put("/a.txt", text);
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "failing", problem: { kind } });
    expect(await granted()).toHaveLength(30);
    world.server.put("/a.txt", `! updated: 2026-11-24\n${bots(31)}`);
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "ok" });
    expect(await granted()).toHaveLength(31);
  });

  it("that fails is tried again, later each time", async () => {
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    world.server.on("/a.txt", (_, response) => response.writeHead(500).end());
    const waits: number[] = [];
    for (let at = 0; at < 4; at += 1) {
      await nextDay();
      waits.push(((await row(id)).nextCheck! - world.clock.now) / 60_000);
    }
    expect(waits).toEqual([15, 30, 60, 120]);
    expect((await row(id)).problem).toMatchObject({ kind: "server", since: expect.any(Number) });
  });

  it("with another key waits, and accepting pins the new one", async () => {
    const [first, second] = [await generateSigner(), await generateSigner()];
    world.server.put("/a.txt", await signList(bots(3), first));
    const id = await follow("/a.txt");
    expect((await row(id)).key).toBe(first.publicKey);
    world.server.put("/a.txt", await signList(bots(4), first));
    await nextDay();
    expect(await granted()).toHaveLength(4);
    world.server.put("/a.txt", await signList(bots(5), second));
    await nextDay();
    expect(await row(id)).toMatchObject({
      state: "waiting",
      quarantine: { reasons: [{ reason: "key-changed" }] },
    });
    expect(await granted()).toHaveLength(4);
    await world.lists.accept(id);
    expect((await row(id)).key).toBe(second.publicKey);
    world.server.put("/a.txt", (await signList(bots(6), second)).replace("bot5", "botX"));
    await nextDay();
    expect(await row(id)).toMatchObject({ state: "failing", problem: { kind: "signature" } });
    expect(await granted()).toHaveLength(5);
  });

  it("for which there is no room leaves the copy in use, and is tried again later", async () => {
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    world.server.put("/a.txt", bots(4));
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementationOnce(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await nextDay();
    put.mockRestore();
    expect(await row(id)).toMatchObject({ state: "failing", problem: { kind: "storage" } });
    expect((await row(id)).nextCheck).toBe(world.clock.now + 15 * 60_000);
    expect(await granted()).toHaveLength(3);
    await nextDay();
    expect(await granted()).toHaveLength(4);
  });

  it("that names somebody followed waits", async () => {
    Object.assign(world, testLists({ follows: () => Promise.resolve((handle) => handle === "friend") }));
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    world.server.put("/a.txt", `${bots(3)}fold: from:@Friend\n`);
    await nextDay();
    expect(await row(id)).toMatchObject({
      quarantine: { reasons: [{ reason: "names-followed", message: expect.stringMatching(/@friend/) }] },
    });
  });

  it("brings back what it removed only when somebody looked", async () => {
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    world.server.put("/a.txt", bots(2));
    await nextDay();
    world.server.put("/a.txt", bots(3));
    await nextDay();
    expect(await granted()).toHaveLength(2);
    expect((await row(id)).returned).toMatchObject([{ text: "fold: from:@bot2" }]);
    await world.lists.changeTombstones(id, ({ tombstones }) =>
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
    Object.assign(world, testLists({ fetch: blocked, permitted: () => Promise.resolve(permitted) }));
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    permitted = false;
    await nextDay();
    expect(await row(id)).toMatchObject({
      state: "permission",
      problem: { kind: "permission", origin: "https://localhost/*" },
    });
    permitted = true;
    await world.lists.updateDue("permission");
    expect((await row(id)).state).toBe("ok");
  });

  it("is not made again and again when the clock is put back, nor never again", async () => {
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    world.clock.now -= 300 * DAY;
    await world.lists.updateDue();
    expect(world.server.seen).toHaveLength(2);
    await world.lists.updateDue();
    expect(world.server.seen).toHaveLength(2);
    expect((await row(id)).nextCheck).toBe(world.clock.now + DAY);
  });
});
