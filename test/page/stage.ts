import { JSDOM } from "jsdom";

import { x } from "../../src/core/sites/x";
import type { Action } from "../../src/core/vocab/action";
import type { Post } from "../../src/core/vocab/post";
import type { Verdict } from "../../src/core/vocab/verdict";
import { type Feed, type FeedOptions, startFeed } from "../../src/page/feed";
import type { Report } from "../../src/page/loop/reporter";
import { idOf, renderArticle, renderTimeline, type SamplePost } from "../timeline";

export const sample = (over: Partial<SamplePost> = {}): SamplePost => ({
  handle: "plain_inv",
  name: "Plain",
  text: "a plain post about a plain kettle",
  lang: "en",
  by: "person",
  ago: 5,
  ...over,
});

export const verdict = (action: Action): Verdict => ({
  action,
  causes: action === "keep" ? [] : [{ kind: "text", action, ai: 99.5, budget: 100 }],
  signals: [],
});

/** jsdom has no layout: what is observed is near, at once, until a test says otherwise. */
class FakeIntersection {
  static all = new Set<FakeIntersection>();
  readonly targets = new Set<Element>();
  constructor(readonly call: (entries: unknown[]) => void) {
    FakeIntersection.all.add(this);
  }
  observe(target: Element): void {
    if (this.targets.has(target)) return;
    this.targets.add(target);
    queueMicrotask(() => {
      if (this.targets.has(target))
        this.call([{ target, isIntersecting: true, boundingClientRect: target.getBoundingClientRect() }]);
    });
  }
  unobserve(target: Element): void {
    this.targets.delete(target);
  }
  disconnect(): void {
    this.targets.clear();
  }
}

export const wait = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A page of the site with a feed at work in it. */
export const stage = (posts: SamplePost[], over: Partial<FeedOptions> = {}) => {
  const window = new JSDOM(renderTimeline(posts, { virtual: false }), { url: "https://x.com/home" }).window;
  const { document } = window;
  const clock = { ms: 0 };
  /** Where a cell stands; 0 unless a test says otherwise. */
  const tops = new Map<Element, number>();
  window.Element.prototype.getBoundingClientRect = function () {
    return { top: tops.get(this) ?? 0, height: 300 } as DOMRect;
  };
  const asked: Post[][] = [];
  const reports: Report[] = [];
  const abort = new AbortController();
  let decide: (post: Post) => Action = (post) => (/—/.test(post.text) ? "fold" : "keep");
  const feed: Feed = startFeed({
    document,
    site: x,
    signal: abort.signal,
    url: () => window.location.href,
    judge: async (batch) => {
      asked.push(batch);
      await wait();
      return batch.map((post) => verdict(decide(post)));
    },
    report: (report) => reports.push(report),
    env: {
      MutationObserver: window.MutationObserver,
      IntersectionObserver: FakeIntersection as unknown as typeof IntersectionObserver,
      getComputedStyle: (element) => window.getComputedStyle(element),
      events: window,
      // Time stands still unless a test moves it, so that a slow machine does not cut reading into slices.
      now: () => clock.ms,
      view: () => ({ scrolled: 0, height: 900 }),
    },
    ...over,
  });
  const list = document.querySelector("#timeline") as HTMLElement;
  return {
    window,
    document,
    tops,
    clock,
    feed,
    asked,
    reports,
    abort,
    list,
    decide: (next: typeof decide) => (decide = next),
    /** `data-winnow` of each cell's first child, "" for none, in order. */
    actions: () =>
      [...list.children].map((cell) => cell.firstElementChild?.getAttribute("data-winnow") ?? ""),
    act: (index: number) => list.children[index]?.firstElementChild as HTMLElement,
    addCell: (post: SamplePost, index: number): HTMLElement => {
      const cell = document.createElement("div");
      cell.setAttribute("data-testid", "cellInnerDiv");
      cell.innerHTML = `<div>${renderArticle(post, idOf(index))}</div>`;
      return list.appendChild(cell);
    },
  };
};
