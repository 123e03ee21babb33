import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";

import { x } from "../../src/core/sites/x";

import type { Post } from "../../src/core/vocab/post";
import { isBarren } from "../../src/page/loop/barren";
import { domOf } from "../../src/page/read/dom";
import { idOf, renderArticle } from "../timeline";
import { sample, stage, verdict, wait } from "./stage";

const MACHINE = sample({
  handle: "machine_inv",
  text: "It's not about kettles — it's about what kettles teach us.",
});
const HUMAN = sample({ text: "the kettle is on the roof again and nobody will tell me why" });

/** Several turns, each begun after the last: what is due comes first, however slow the machine. */
const settled = async (turns = 4) => {
  for (let turn = 0; turn < turns; turn += 1) await wait(10);
};

describe("the feed", () => {
  it("has posts judged in one batch and acts on each", async () => {
    const { actions, asked, reports } = stage([HUMAN, MACHINE, HUMAN]);
    await settled();
    expect(asked.map((batch) => batch.length)).toEqual([3]);
    expect(actions()).toEqual(["", "fold", ""]);
    await wait(350);
    expect(reports.at(-1)).toEqual({
      tally: { read: 3, keep: 2, label: 0, dim: 0, fold: 1, hide: 0 },
      reader: { state: "ok" },
    });
  });

  it("asks for at most 32 posts at a time", async () => {
    const { asked, actions } = stage(Array.from({ length: 70 }, () => MACHINE));
    await settled(12);
    expect(asked.map((batch) => batch.length).sort((a, b) => b - a)[0]).toBeLessThanOrEqual(32);
    expect(asked.flat().length).toBe(70);
    expect(actions().every((action) => action === "fold")).toBe(true);
  });

  it("puts a known post's verdict on new elements before the page goes on", async () => {
    const { actions, addCell, list, asked } = stage([HUMAN, MACHINE]);
    await settled();
    list.children[1]?.remove();
    await wait();
    addCell(MACHINE, 1);
    await Promise.resolve(); // the observer's microtask, before anything is laid out
    expect(actions()).toEqual(["", "fold"]);
    expect(asked.length).toBe(1);
  });

  it("looks again when a cell gets other content, and when Show more was pressed", async () => {
    const { actions, act, asked } = stage([HUMAN, MACHINE]);
    await settled();
    const replaced = act(1);
    for (const child of [...replaced.children]) if (!child.hasAttribute("data-winnow-mark")) child.remove();
    replaced.insertAdjacentHTML("beforeend", renderArticle(HUMAN, idOf(9)));
    await settled();
    expect(actions()).toEqual(["", ""]);
    expect(replaced.querySelector("[data-winnow-mark]")).toBeNull();

    (act(0).querySelector('[data-testid="tweetText"]') as HTMLElement).textContent =
      "now with a thought — and a lesson.";
    await settled();
    expect(asked.at(-1)?.[0]?.text).toMatch(/lesson/);
    expect(actions()).toEqual(["fold", ""]);
  });

  it("does not hear its own writing", async () => {
    const { asked, feed } = stage([MACHINE, MACHINE]);
    await settled();
    feed.showAll();
    await settled();
    expect(asked.length).toBe(1);
  });

  it("ignores counters", async () => {
    const { asked, document } = stage([HUMAN]);
    await settled();
    (document.querySelector('[data-testid="like"] span') as HTMLElement).textContent = "9";
    await settled();
    expect(asked.length).toBe(1);
  });

  it("rejudge: asks again, and keeps what stands until the answer is there", async () => {
    const { actions, feed, decide, asked } = stage([HUMAN, MACHINE]);
    await settled();
    decide(() => "dim");
    feed.rejudge();
    expect(actions()).toEqual(["", "fold"]);
    await settled();
    expect(asked.length).toBe(2);
    expect(actions()).toEqual(["dim", "dim"]);
  });

  it("off or paused: everything is undone, nothing is read; on again: as before", async () => {
    const { actions, feed, addCell, asked, document, reports } = stage([HUMAN, MACHINE]);
    await settled();
    feed.setState({ on: true, paused: true });
    expect(actions()).toEqual(["", ""]);
    expect(document.querySelectorAll("[data-winnow-mark], [data-winnow]").length).toBe(0);
    addCell(MACHINE, 5);
    await wait(350);
    expect(asked.length).toBe(1);
    expect(reports.at(-1)?.reader).toEqual({ state: "idle" });
    feed.setState({ on: true, paused: false });
    await settled();
    expect(actions()).toEqual(["", "fold", "fold"]);
  });

  it("finds the list again when the site replaces it, and reads the new surface", async () => {
    const { document, list, window, asked } = stage([HUMAN]);
    await settled();
    window.history.pushState({}, "", "/someone_inv/status/1");
    const fresh = document.createElement("div");
    fresh.innerHTML = `<div data-testid="cellInnerDiv"><div>${renderArticle(MACHINE, idOf(3))}</div></div>`;
    list.replaceWith(fresh);
    await settled();
    expect(asked.at(-1)?.[0]).toMatchObject({ surface: "thread", author: { handle: "machine_inv" } });
    expect(fresh.querySelector("[data-winnow=fold]")).not.toBeNull();
  });

  it("waits for a list that is not there yet", async () => {
    const { document, list, actions, asked } = stage([MACHINE]);
    const column = document.querySelector('[data-testid="primaryColumn"]') as HTMLElement;
    await settled();
    column.remove();
    await settled();
    (document.querySelector("main") as HTMLElement).append(column);
    await wait(150);
    expect(actions()).toEqual(["fold"]);
    list.firstElementChild?.remove();
    expect(asked.length).toBe(1);
  });

  it("forgets a stopped page", async () => {
    const { abort, actions, addCell, asked } = stage([MACHINE]);
    await settled();
    abort.abort();
    expect(actions()).toEqual([""]);
    addCell(MACHINE, 4);
    await settled();
    expect(asked.length).toBe(1);
  });
});

describe("what is being read keeps its place", () => {
  it("a post above the view keeps its height, and folds once it is in view", async () => {
    const { act, tops, list, decide, feed, window, clock } = stage([HUMAN, MACHINE]);
    decide(() => "keep");
    await settled();
    tops.set(list.children[1] as Element, -400);
    decide(() => "fold");
    feed.rejudge();
    await settled();
    expect(act(0).hasAttribute("data-winnow-held")).toBe(false);
    expect(act(1).getAttribute("data-winnow")).toBe("fold");
    expect(act(1).hasAttribute("data-winnow-held")).toBe(true);
    tops.set(list.children[1] as Element, 80);
    window.dispatchEvent(new window.Event("scroll"));
    clock.ms += 1_000;
    await wait(400);
    expect(act(1).hasAttribute("data-winnow-held")).toBe(false);
  });

  it("a folded post above the view opens no sooner than that", async () => {
    const { act, tops, list, decide, feed, window, clock } = stage([MACHINE]);
    await settled();
    tops.set(list.children[0] as Element, -400);
    decide(() => "keep");
    feed.rejudge();
    await settled();
    expect(act(0).getAttribute("data-winnow")).toBe("fold");
    tops.set(list.children[0] as Element, 80);
    window.dispatchEvent(new window.Event("scroll"));
    clock.ms += 1_000;
    await wait(400);
    expect(act(0).hasAttribute("data-winnow")).toBe(false);
  });

  it("a list in which everything is hidden does not seem empty", async () => {
    const { document } = stage(
      Array.from({ length: 40 }, () => MACHINE),
      {
        judge: async (posts: Post[]) => posts.map(() => verdict("hide")),
      },
    );
    await settled(12);
    expect(document.querySelectorAll("[data-winnow=hide]").length).toBe(40);
    expect(document.querySelectorAll("[data-winnow-tall]").length).toBe(10);
  });
});

describe("when something breaks", () => {
  it("a judge that fails: posts are shown, it is said, and asked again", async () => {
    let fails = true;
    const { actions, reports } = stage([MACHINE], {
      judge: async (posts: Post[]) => {
        if (fails) throw new Error("the background is gone");
        return posts.map(() => verdict("fold"));
      },
    });
    await wait(350);
    expect(actions()).toEqual([""]);
    expect(reports.at(-1)?.reader).toMatchObject({
      state: "failed",
      message: expect.stringMatching(/shown.*background is gone/),
    });
    fails = false;
    await wait(1_100);
    expect(actions()).toEqual(["fold"]);
    expect(reports.at(-1)?.reader).toEqual({ state: "ok" });
  });

  it("answers that do not fit the question are no verdicts", async () => {
    const { actions, reports } = stage([MACHINE], { judge: async () => [{ action: "explode" }] as never });
    await wait(350);
    expect(actions()).toEqual([""]);
    expect(reports.at(-1)?.reader.state).toBe("failed");
  });

  it("a site that changed: reading pauses, posts are shown, and it is said", async () => {
    const { document, feed, list, addCell, reports, actions } = stage([MACHINE]);
    await settled();
    expect(actions()).toEqual(["fold"]);
    for (let i = 1; i < 20; i += 1) {
      const cell = addCell(sample({ text: "" }), i);
      for (const name of cell.querySelectorAll(
        '[data-testid="User-Name"], [data-testid^="UserAvatar"], [data-testid="Tweet-User-Avatar"]',
      ))
        name.remove();
    }
    await wait(350);
    expect(reports.at(-1)?.reader).toMatchObject({
      state: "failed",
      message: expect.stringMatching(/^X seems to have changed/),
    });
    expect(document.querySelector("[data-winnow]")).toBeNull();
    expect(list.children.length).toBe(20);
    feed.stop();
  });

  it("a page that removes our marks: put back once, then left shown, and said", async () => {
    const { act, reports } = stage([MACHINE]);
    await settled();
    const remove = () => act(0).querySelector("[data-winnow-mark]")?.remove();
    remove();
    await settled();
    expect(act(0).querySelector("[data-winnow-mark]")).not.toBeNull();
    remove();
    await wait(350);
    expect(act(0).querySelector("[data-winnow-mark]")).toBeNull();
    expect(act(0).hasAttribute("data-winnow")).toBe(false);
    expect(reports.at(-1)?.reader.message).toMatch(/removes Winnow's marks/);
  });
});

describe("isBarren", () => {
  const cells = (count: number) => {
    const { window } = new JSDOM(
      '<div data-testid="cellInnerDiv"><div><p>what a post looks like now</p></div></div>'.repeat(count),
    );
    return isBarren(domOf(window.document), x, [window.document.body], "home");
  };

  it("a list of cells without a post says that the site changed; a short one says nothing", () => {
    expect(cells(8)).toBe(true);
    expect(cells(3)).toBe(false);
  });
});
