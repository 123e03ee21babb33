import "fake-indexeddb/auto";

import { afterAll, beforeAll, beforeEach } from "vitest";

import { newGrant } from "../../../../src/core/vocab/rule-list";
import { eraseLists } from "../../../../src/platform/lists/database";
import { type SubscriptionView, viewOfSubscription } from "../../../../src/platform/lists/view";
import { testLists, type TestLists } from "./lists";
import { type ListServer, startListServer, trustAll } from "./server";

export const DAY = 86_400_000;

/** What every test of subscriptions uses: a server of lists, and lists that know nothing yet. */
export const world = {} as { server: ListServer } & TestLists;

export const useWorld = (): void => {
  beforeAll(async () => {
    trustAll(true);
    world.server = await startListServer();
  });
  afterAll(async () => {
    trustAll(false);
    await world.server.close();
  });
  beforeEach(async () => {
    await eraseLists();
    world.server.seen.length = 0;
    Object.assign(world, testLists());
  });
};

/** A list of so many rules. */
export const bots = (count: number, action = "fold"): string =>
  `! title: Reply bots\n${Array.from({ length: count }, (_, at) => `${action}: from:@bot${at}`).join("\n")}\n`;

/** Look at the list under a path, and follow it with what new subscriptions may do. */
export const follow = async (path: string): Promise<string> => {
  const looked = await world.lists.preview({ kind: "url", url: world.server.origin + path });
  if (!looked.ok) throw new Error(looked.problem);
  return (await world.lists.subscribe(looked.preview.token, newGrant())).id;
};

/** The rules that act, as text. */
export const granted = async (): Promise<string[]> =>
  (await world.lists.granted()).flatMap(({ list }) => list.rules.map(({ text }) => text));

export const row = async (id: string): Promise<SubscriptionView> =>
  viewOfSubscription((await world.lists.all()).find((each) => each.id === id)!);

/** Time passes, and what is due is looked at. */
export const nextDay = async (): Promise<void> => {
  world.clock.now += 2 * DAY;
  await world.lists.updateDue();
};
