import { describe, expect, it, vi } from "vitest";

import { View } from "../../src/core/rules/view";
import type { Post } from "../../src/core/vocab/post";
import { createRules, type ListSource } from "../../src/platform/background/rules";
import { compiledName, readCompiled, writeCompiled } from "../../src/platform/lists/compiled-store";
import { bots, follow, nextDay, useWorld, world } from "./lists/support/world";

useWorld();

const post: Post = {
  site: "x",
  id: "1",
  surface: "home",
  author: { handle: "bot2" },
  text: "crypto",
  is: [],
  media: [],
  links: [],
};

const source = (): ListSource & { granted: ReturnType<typeof vi.fn> } => ({
  version: world.lists.version,
  granted: vi.fn(world.lists.granted),
  name: async (rules) => compiledName(rules, await world.lists.stamp(), "1"),
  recall: readCompiled,
  remember: writeCompiled,
});

const matched = async (rules: ReturnType<typeof createRules>, own = ""): Promise<string[]> =>
  (await rules(own))
    .match(new View(post, {}))
    .map(({ rule, own: mine, action }) => `${mine} ${action} ${rule.line}`);

describe("the rules that posts are judged by", () => {
  it("are the user's own and the lists', compiled once", async () => {
    world.server.put("/a.txt", bots(3));
    await follow("/a.txt");
    const lists = source();
    const rules = createRules(() => undefined, lists);
    expect(await Promise.all([matched(rules, "hide: crypto"), matched(rules, "hide: crypto")])).toEqual([
      ["true hide 1", "false fold 4"],
      ["true hide 1", "false fold 4"],
    ]);
    expect(lists.granted).toHaveBeenCalledTimes(1);
  });

  it("are kept for the next start of the background, for these rules and lists alone", async () => {
    world.server.put("/a.txt", bots(3));
    const id = await follow("/a.txt");
    await matched(
      createRules(() => undefined, source()),
      "hide: crypto",
    );
    const again = source();
    expect(
      await matched(
        createRules(() => undefined, again),
        "hide: crypto",
      ),
    ).toEqual(["true hide 1", "false fold 4"]);
    expect(again.granted).not.toHaveBeenCalled();
    const other = source();
    expect(
      await matched(
        createRules(() => undefined, other),
        "dim: crypto",
      ),
    ).toEqual(["true dim 1", "false fold 4"]);
    expect(other.granted).toHaveBeenCalledTimes(1);
    await world.lists.change(id, { on: false });
    expect(
      await matched(
        createRules(() => undefined, source()),
        "dim: crypto",
      ),
    ).toEqual(["true dim 1"]);
  });

  it("follow every change of a list", async () => {
    world.server.put("/a.txt", bots(2));
    const id = await follow("/a.txt");
    const rules = createRules(() => undefined, source());
    expect(await matched(rules)).toEqual([]);
    world.server.put("/a.txt", bots(3));
    await nextDay();
    expect(await matched(rules)).toEqual(["false fold 4"]);
    await world.lists.change(id, {
      grant: { actions: ["label"], sites: "all", regex: false, ai: false, exempt: false },
    });
    expect(await matched(rules)).toEqual(["false label 4"]);
    await world.lists.unsubscribe(id);
    expect(await matched(rules)).toEqual([]);
  });

  it("are the user's own where lists cannot be read, until they can", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    world.server.put("/a.txt", bots(3));
    await follow("/a.txt");
    const lists = source();
    lists.granted.mockRejectedValueOnce(new Error("no database"));
    const rules = createRules(() => undefined, lists);
    expect(await matched(rules, "hide: crypto")).toEqual(["true hide 1"]);
    expect(await matched(rules, "hide: crypto")).toEqual(["true hide 1", "false fold 4"]);
  });

  it("are made anew from what was stored by another version", async () => {
    const name = await compiledName("", "[]", "1");
    await writeCompiled(name, { version: 0 } as never);
    expect(await readCompiled(name)).toBeNull();
    expect(await readCompiled("other")).toBeNull();
  });
});
