import "fake-indexeddb/auto";

import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { defaultSettings } from "../../../src/core/settings/defaults";
import type { Settings } from "../../../src/core/settings/schema";
import { newGrant } from "../../../src/core/vocab/rule-list";
import { emptyDocument, fromItems, type Items, toItems } from "../../../src/platform/sync/document";
import type { Sync } from "../../../src/platform/sync/sync";
import type { Lists } from "../../../src/platform/lists/service";

interface Device {
  sync: Sync;
  lists: Lists;
  settings: Settings;
}

let cloud: Items;
let writes: number;
const area = {
  get: () => Promise.resolve(structuredClone(cloud)),
  set: (items: Items) => {
    writes += 1;
    Object.assign(cloud, structuredClone(items));
    return Promise.resolve();
  },
  remove: (keys: string[]) => {
    for (const key of keys) delete cloud[key];
    return Promise.resolve();
  },
};

const texts: Record<string, string> = { "https://a.example/list.txt": "fold: from:@a\n" };
const serve = ((url: string) => {
  const text = texts[url];
  return text === undefined ? Promise.reject(new TypeError("no")) : Promise.resolve(new Response(text));
}) as typeof fetch;

/** Each device has a database and modules of its own. */
const device = async (): Promise<Device> => {
  vi.resetModules();
  vi.stubGlobal("indexedDB", new IDBFactory());
  const { testLists } = await import("../lists/support/lists");
  const { createSync } = await import("../../../src/platform/sync/sync");
  const { database } = await import("../../../src/platform/lists/database");
  await database();
  const { lists } = testLists({ fetch: serve });
  const made: Device = {
    lists,
    settings: defaultSettings(),
    sync: createSync({
      area,
      lists,
      readSettings: () => Promise.resolve(made.settings),
      changeSettings: (change) => Promise.resolve((made.settings = change(made.settings))),
      now: () => 1,
    }),
  };
  return made;
};

const rules = (each: Device, text: string): void => {
  each.settings = { ...each.settings, rules: text };
};
const follow = async ({ lists }: Device, url: string): Promise<string> => {
  const looked = await lists.preview({ kind: "url", url });
  if (!looked.ok) throw new Error(looked.problem);
  return (await lists.subscribe(looked.preview.token, newGrant())).id;
};
const followed = async ({ lists }: Device) =>
  (await lists.all()).map(({ origin }) => origin.kind === "url" && origin.url);

let a: Device;
let b: Device;

beforeEach(async () => {
  cloud = {};
  writes = 0;
  [a, b] = [await device(), await device()];
});

describe("sync", () => {
  it("is off until it is switched on, and sends nothing", async () => {
    rules(a, "fold: x");
    expect(await a.sync.now()).toMatchObject({ on: false, state: "off" });
    expect(cloud).toEqual({});
  });

  it("brings settings, rules and lists to a new device", async () => {
    rules(a, "fold: x\nlabel: y");
    a.settings = { ...a.settings, sites: { x: true }, policy: { ...a.settings.policy, strictness: 1_000 } };
    await follow(a, "https://a.example/list.txt");
    expect(await a.sync.switch(true)).toMatchObject({ on: true, state: "ok", last: 1 });
    expect(JSON.stringify(cloud)).not.toContain("from:@a");
    expect(await b.sync.switch(true)).toMatchObject({ state: "ok", conflicts: [], waiting: [] });
    expect(b.settings).toEqual(a.settings);
    expect(await followed(b)).toEqual(["https://a.example/list.txt"]);
  });

  it("loses neither side's changes", async () => {
    rules(a, "one\ntwo\nthree");
    await a.sync.switch(true);
    await b.sync.switch(true);
    rules(a, "one\ntwo A\nthree\nfour A");
    rules(b, "zero B\none\ntwo B\nthree");
    await a.sync.now();
    const state = await b.sync.now();
    await a.sync.now();
    expect(a.settings.rules.split("\n")).toEqual(["zero B", "one", "two B", "two A", "three", "four A"]);
    expect(b.settings).toEqual(a.settings);
    expect(state.conflicts).toEqual([expect.stringMatching(/My rules/)]);
  });

  it("comes to rest", async () => {
    await a.sync.switch(true);
    await b.sync.switch(true);
    rules(a, "fold: x");
    a.settings = { ...a.settings, policy: { ...a.settings.policy, flagged: "fold" } };
    b.settings = { ...b.settings, policy: { ...b.settings.policy, flagged: "dim" } };
    for (let at = 0; at < 4; at += 1) {
      await a.sync.now();
      await b.sync.now();
    }
    const before = writes;
    for (let at = 0; at < 4; at += 1) {
      await a.sync.now();
      await b.sync.now();
    }
    expect(writes).toBe(before);
    expect(b.settings).toEqual(a.settings);
  });

  it("takes lists away and changes them on both", async () => {
    const id = await follow(a, "https://a.example/list.txt");
    await a.sync.switch(true);
    await b.sync.switch(true);
    await a.lists.change(id, { name: "Renamed", on: false });
    await a.sync.now();
    await b.sync.now();
    expect(await b.lists.all()).toMatchObject([{ name: "Renamed", on: false }]);
    await a.lists.unsubscribe(id);
    await a.sync.now();
    await b.sync.now();
    expect(await followed(b)).toEqual([]);
  });

  it("waits for a list that cannot be had, and does not take it from the other device", async () => {
    await follow(a, "https://a.example/list.txt");
    await a.sync.switch(true);
    const text = texts["https://a.example/list.txt"]!;
    delete texts["https://a.example/list.txt"];
    expect(await b.sync.switch(true)).toMatchObject({
      waiting: [{ url: "https://a.example/list.txt", problem: expect.stringMatching(/reached/) }],
    });
    await a.sync.now();
    expect(await followed(a)).toHaveLength(1);
    texts["https://a.example/list.txt"] = text;
    expect(await b.sync.now()).toMatchObject({ waiting: [] });
    expect(await followed(b)).toHaveLength(1);
  });

  it("says when it does not fit, sends nothing, and goes on when it does", async () => {
    const noise = Array.from(
      { length: 9_000 },
      () => `fold: from:@${Math.random().toString(36).slice(2)}`,
    ).join("\n");
    rules(a, noise);
    expect(await a.sync.switch(true)).toMatchObject({
      state: "too-large",
      message: expect.stringMatching(/KB/),
    });
    expect(cloud).toEqual({});
    expect(a.settings.rules).toBe(noise);
    rules(a, "fold: x");
    expect(await a.sync.now()).toMatchObject({ state: "ok" });
  });

  it("waits for all pieces, and leaves what a newer version wrote", async () => {
    rules(a, Array.from({ length: 3_000 }, (_, at) => `fold: from:@n${(at * 7_919) % 10_007}`).join("\n"));
    await a.sync.switch(true);
    const piece = cloud["winnow-1"];
    expect(piece).toBeDefined();
    delete cloud["winnow-1"];
    await b.sync.switch(true);
    expect(b.settings.rules).toBe("");
    cloud["winnow-1"] = piece;
    await b.sync.now();
    expect(b.settings.rules).toBe(a.settings.rules);
    cloud = { "winnow-head": { format: 2 } };
    expect(await b.sync.now()).toMatchObject({
      state: "failed",
      message: expect.stringMatching(/newer Winnow/),
    });
    expect(cloud).toEqual({ "winnow-head": { format: 2 } });
  });

  it("says what the browser does not take", async () => {
    vi.spyOn(area, "set").mockRejectedValueOnce(new Error("QUOTA_BYTES quota exceeded"));
    expect(await a.sync.switch(true)).toMatchObject({
      state: "failed",
      message: expect.stringMatching(/QUOTA/),
    });
  });

  it("is switched off here, or everywhere", async () => {
    await a.sync.switch(true);
    expect(await a.sync.switch(false)).toMatchObject({ on: false });
    expect(Object.keys(cloud)).not.toEqual([]);
    await a.sync.switch(true);
    await a.sync.switch(false, true);
    expect(cloud).toEqual({});
  });
});

describe("items", () => {
  it("stay below what an item and all may take", async () => {
    const document = {
      ...emptyDocument(),
      rules: Array.from({ length: 4_000 }, () => Math.random().toString(36)).join("\n"),
    };
    const { items, bytes } = await toItems(document);
    expect(bytes).toBeLessThan(102_400);
    for (const [key, value] of Object.entries(items!))
      expect(key.length + JSON.stringify(value).length).toBeLessThan(8_192);
    expect(await fromItems(items!)).toEqual(document);
  });

  it.each([
    [{}, null],
    [{ "winnow-head": 1 }, "broken"],
    [{ "winnow-head": { format: 1, pieces: 1, length: 4 }, "winnow-0": "AAAA" }, "broken"],
    [{ "winnow-head": { format: 1, pieces: 1_000_000, length: 4 } }, "broken"],
  ])("%j are %j", async (items, read) => {
    expect(await fromItems(items)).toBe(read);
  });
});
