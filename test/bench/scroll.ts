import type { Driver } from "../../src/dev/browsers/driver";

export interface Scrolled {
  readonly posts: number;
  /** What the page's main thread did while it was scrolled, in ms. */
  readonly taskMs: number;
  readonly scriptMs: number;
  readonly longestMs: number;
}

/** Scrolls through a whole virtual list, a frame at a time, and asks the browser what its main thread did. */
export const scrollThrough = async (driver: Driver, count: number): Promise<Scrolled> => {
  const page = await driver.open("https://x.com/home");
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const before = await page.metrics();
  const { posts, longest } = await page.evaluate(async (wanted) => {
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    }).observe({ type: "longtask" });
    const state = (window as unknown as { timeline: { count: number } }).timeline;
    for (let still = 0; still < 30;) {
      const from = scrollY;
      scrollBy(0, 160);
      await new Promise(requestAnimationFrame);
      still = scrollY === from && state.count >= wanted ? still + 1 : 0;
    }
    return { posts: state.count, longest };
  }, count);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const after = await page.metrics();
  await page.close();
  const spent = (key: "TaskDuration" | "ScriptDuration"): number =>
    ((after[key] ?? 0) - (before[key] ?? 0)) * 1000;
  return { posts, taskMs: spent("TaskDuration"), scriptMs: spent("ScriptDuration"), longestMs: longest };
};
