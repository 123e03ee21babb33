import * as v from "valibot";
import { describe, expect, it, vi } from "vitest";

import { generateSigner } from "../../src/core/lists/keys";
import { signList } from "../../src/core/lists/signature";
import { newGrant } from "../../src/core/vocab/rule-list";
import { LIST_MESSAGES } from "../../src/platform/list-messages";
import type { SyncState } from "../../src/platform/sync/state";
import { bots, nextDay, useWorld, world } from "./lists/support/world";

vi.mock("../../src/platform/browser", () => ({ browser: {} }));
const { listHandlers } = await import("../../src/platform/background/lists");

useWorld();

type Name = keyof typeof LIST_MESSAGES;
type Request<N extends Name> = v.InferInput<(typeof LIST_MESSAGES)[N]["request"]>;
type Reply<N extends Name> = v.InferOutput<(typeof LIST_MESSAGES)[N]["reply"]>;

const state: SyncState = { on: false, state: "off", room: 1, conflicts: [], waiting: [] };
const sync = {
  state: () => Promise.resolve(state),
  now: () => Promise.resolve(state),
  switch: () => Promise.resolve(state),
};

/** Both ways through the schemas, as between a page and the background. */
const ask = async <N extends Name>(name: N, request: Request<N>): Promise<Reply<N>> => {
  const handle = listHandlers(world.lists, sync)[name] as (request: unknown) => Promise<unknown>;
  const sent = v.parse(LIST_MESSAGES[name].request, structuredClone(request));
  return v.parse(LIST_MESSAGES[name].reply, structuredClone(await handle(sent))) as Reply<N>;
};

const subscribe = async (path: string) => {
  const looked = await ask("list-preview", { source: { kind: "url", url: world.server.origin + path } });
  if (!looked.ok) throw new Error(looked.problem);
  return ask("list-subscribe", { token: looked.preview.token, grant: looked.preview.grant });
};

describe("what the pages ask about lists", () => {
  it("is answered from the first look to the last", async () => {
    world.server.put("/a.txt", await signList(bots(30), await generateSigner()));
    const row = await subscribe("/a.txt");
    const { id } = row;
    expect(row).toMatchObject({
      name: "Reply bots",
      state: "ok",
      current: { rules: 30 },
      key: expect.any(String),
    });
    expect(await ask("lists", {})).toMatchObject({ lists: [{ id }], broken: 0 });
    expect(await ask("list-change", { id, name: "Bots", interval: 6 * 3_600_000 })).toMatchObject({
      name: "Bots",
      interval: 6 * 3_600_000,
    });
    expect((await ask("list-change", { id, interval: null })).interval).toBeUndefined();

    world.server.put("/a.txt", bots(300));
    const waiting = await ask("list-update", { id });
    expect(waiting).toMatchObject({
      state: "waiting",
      quarantine: { reasons: [{ reason: "unsigned" }, { reason: "grew" }] },
    });
    const { waiting: difference } = await ask("list-differences", { id });
    expect(difference?.counts).toMatchObject({ before: 30, after: 300, added: 270, removed: 0 });
    expect(await ask("list-decide", { id, accept: true })).toMatchObject({
      state: "ok",
      current: { rules: 300 },
    });
    const { past } = await ask("list-differences", { id });
    expect(past).toHaveLength(1);

    const back = await ask("list-roll-back", { id, version: past[0]!.from });
    expect(back).toMatchObject({ state: "pinned", pinned: true, current: { rules: 30 } });
    expect(await ask("list-text", { id })).toMatchObject({
      cut: false,
      text: expect.stringContaining("from:@bot29"),
    });
    expect((await ask("list-text", { id, version: past[0]!.to })).text).toContain("from:@bot299");
    await ask("lists-update", { all: true });
    expect((await ask("ledger", {})).requests).toHaveLength(2);
    await ask("list-unsubscribe", { id });
    expect(await ask("lists", {})).toEqual({ lists: [], broken: 0 });
    await expect(ask("list-text", { id })).rejects.toThrow(/no such list/);
  });

  it("switches single rules off and on", async () => {
    world.server.put("/a.txt", bots(3));
    const { id } = await subscribe("/a.txt");
    const off = await ask("list-rule", { id, what: "off", line: 3 });
    expect(off.switchedOff).toMatchObject([{ text: "fold: from:@bot1", by: "user" }]);
    expect((await world.lists.granted())[0]?.list.rules).toHaveLength(2);
    await expect(ask("list-rule", { id, what: "off", line: 1 })).rejects.toThrow(/no rule on this line/);
    const on = await ask("list-rule", { id, what: "on", key: off.switchedOff[0]!.key });
    expect(on.switchedOff).toEqual([]);
    expect((await world.lists.granted())[0]?.list.rules).toHaveLength(3);
  });

  it("leaves out what came back, when somebody saw it", async () => {
    world.server.put("/a.txt", bots(3));
    const { id } = await subscribe("/a.txt");
    world.server.put("/a.txt", bots(2));
    await nextDay();
    world.server.put("/a.txt", bots(3));
    await nextDay();
    const [row] = (await ask("lists", {})).lists;
    expect(row?.returned).toHaveLength(1);
    const seen = await ask("list-rule", { id, what: "stay-out", key: row!.returned[0]!.key });
    expect(seen).toMatchObject({ returned: [], switchedOff: [{ by: "user" }] });
  });

  it("is refused where it does not fit", async () => {
    await expect(ask("list-change", { id: "../x", on: true })).rejects.toThrow();
    await expect(ask("list-change", { id: "x", name: "  " })).rejects.toThrow(/needs a name/);
    await expect(
      ask("list-subscribe", { token: "x", grant: { ...newGrant(), actions: ["burn" as "hide"] } }),
    ).rejects.toThrow();
    await expect(ask("list-unsubscribe", { id: "x" })).rejects.toThrow(/no such list/);
    const failed = await ask("list-preview", { source: { kind: "url", url: "file:///etc/passwd" } });
    expect(failed).toMatchObject({ ok: false, kind: "address", problem: expect.stringMatching(/https/) });
  });

  it("tells of sync", async () => {
    for (const name of ["sync-state", "sync-now"] as const) expect(await ask(name, {})).toEqual(state);
    expect(await ask("sync-switch", { on: true })).toEqual(state);
  });
});
