import { describe, expect, it } from "vitest";

import { testLists } from "./support/lists";
import { bots, follow, granted, nextDay, row, useWorld, world } from "./support/world";

useWorld();

describe("a fork", () => {
  it("brings along what it includes, and asks before a new host is spoken to", async () => {
    const asked: string[] = [];
    const elsewhere = ((input: string, init: RequestInit) => {
      asked.push(input);
      return input.startsWith("https://more.example.org/")
        ? Promise.resolve(new Response("fold: from:@more\n"))
        : fetch(input, init);
    }) as typeof fetch;
    Object.assign(world, testLists({ fetch: elsewhere }));
    world.server.put("/base.txt", bots(3));
    world.server.put("/fork.txt", "! title: Fork\ninclude: base.txt\n- fold: from:@bot1\nlabel: delve\n");
    const id = await follow("/fork.txt");
    expect(await granted()).toEqual(["fold: from:@bot0", "fold: from:@bot2", "label: delve"]);
    world.server.put("/base.txt", bots(4));
    await nextDay();
    expect(await granted()).toHaveLength(4);

    const more = "https://more.example.org/list.txt";
    world.server.put("/fork.txt", `! title: Fork\ninclude: base.txt\ninclude: ${more}\nlabel: delve\n`);
    await nextDay();
    expect(await row(id)).toMatchObject({
      quarantine: {
        reasons: [{ reason: "asks-more", message: expect.stringMatching(/list from more\.example\.org/) }],
      },
    });
    expect(asked).not.toContain(more);
    await world.lists.accept(id);
    await world.lists.updateDue();
    expect(asked).toContain(more);
    expect(await row(id)).toMatchObject({ state: "ok" });
    expect(await granted()).toContain("fold: from:@more");
  });

  it("keeps the last copy of an include that cannot be had, and says so", async () => {
    world.server.put("/base.txt", bots(3));
    world.server.put("/fork.txt", "include: base.txt\nlabel: delve\n");
    const id = await follow("/fork.txt");
    world.server.on("/base.txt", (_, response) => response.writeHead(500).end());
    await nextDay();
    expect(await granted()).toHaveLength(4);
    expect((await row(id)).notes).toEqual([expect.stringMatching(/not up to date .*base\.txt/)]);
  });
});
