import { createLists, type Lists, type ServiceTools } from "../../../../src/platform/lists/service";

export interface TestLists {
  lists: Lists;
  clock: { now: number };
  /** How often something changed, and when the next look is planned. */
  told: { changed: number; wakeAt: number | null };
}

/** Lists whose clock stands still until it is moved, and that wait for nothing. */
export const testLists = (more: Partial<ServiceTools> = {}): TestLists => {
  const clock = { now: Date.UTC(2026, 10, 24) };
  const told: TestLists["told"] = { changed: 0, wakeAt: null };
  const lists = createLists({
    fetch,
    permitted: () => Promise.resolve(true),
    now: () => clock.now,
    random: () => 0,
    wait: () => Promise.resolve(),
    follows: () => Promise.resolve(() => false),
    siteNames: (name) => (name === "x" || name === "x.com" ? "x" : undefined),
    maxTime: 2_000,
    changed: () => {
      told.changed += 1;
    },
    wakeAt: (time) => {
      told.wakeAt = time;
      return Promise.resolve();
    },
    ...more,
  });
  return { lists, clock, told };
};
