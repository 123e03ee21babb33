import { JSDOM } from "jsdom";
import { describe, expect, it, vi } from "vitest";

import { domOf } from "../../src/page/read/dom";
import { createShow, HAIRLINE, type Treatment } from "../../src/page/show/show";
import { runsOf } from "../../src/page/show/runs";
import { groundOf } from "../../src/page/show/theme";

const treatment = (over: Partial<Treatment> = {}): Treatment => ({
  action: "fold",
  short: "Probably machine-written",
  causes: ["Because."],
  name: "Someone",
  shown: false,
  held: false,
  tall: false,
  ...over,
});

/** A list of cells; shadow roots are kept, since ours are closed. */
const setUp = (count: number, trusted: (event: Event) => boolean = () => true) => {
  const { window } = new JSDOM(
    `<body>${"<div class=cell><div><article>post</article></div></div>".repeat(count)}</body>`,
  );
  const roots = new Map<Element, ShadowRoot>();
  const attach = window.Element.prototype.attachShadow;
  window.Element.prototype.attachShadow = function (init) {
    expect(init.mode).toBe("closed");
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  };
  const onToggle = vi.fn();
  const show = createShow({ dom: domOf(window.document), onToggle, trusted });
  const cells = [...window.document.querySelectorAll(".cell")];
  const target = (index: number) => {
    const cell = cells[index] as Element;
    return { key: `x/${index}`, cell, act: cell.firstElementChild as Element };
  };
  const mark = (index: number) => target(index).act.querySelector("[data-winnow-mark]") as HTMLElement;
  const part = (index: number, name: string) =>
    roots.get(mark(index))?.querySelector<HTMLElement>(`[part=${name}]`) as HTMLElement;
  return { window, show, onToggle, target, mark, part, cells };
};

describe("what a mark says", () => {
  it("fold: why, whose, and a button that says what it does", () => {
    const { show, target, part, cells, mark } = setUp(1);
    show.apply(target(0), treatment());
    expect(target(0).act.getAttribute("data-winnow")).toBe("fold");
    expect(cells[0]?.children.length).toBe(1); // never the cell itself
    expect(mark(0).tagName).toBe("DIV");
    expect(mark(0).shadowRoot).toBeNull();
    expect(part(0, "why").textContent).toBe("Probably machine-written");
    expect(part(0, "name").textContent).toBe("Someone");
    expect(part(0, "toggle").tagName).toBe("BUTTON");
    expect(part(0, "toggle").getAttribute("aria-expanded")).toBe("false");
    expect(part(0, "toggle").getAttribute("aria-label")).toBe(
      "Show the post by Someone. Probably machine-written",
    );
  });

  it("names and reasons are text, whatever they hold, and are cut", () => {
    const { show, target, part, window } = setUp(1);
    show.apply(
      target(0),
      treatment({
        name: `<img src=x onerror=alert(1)>\u202E${"x".repeat(10_000)}`,
        causes: ["<b>bold</b>", "y".repeat(10_000)],
      }),
    );
    expect(part(0, "name").children.length).toBe(0);
    expect(part(0, "name").tagName).toBe("BDI");
    expect(part(0, "name").textContent?.length).toBeLessThanOrEqual(60);
    expect(part(0, "panel").querySelectorAll("b").length).toBe(0);
    expect(part(0, "panel").textContent?.length).toBeLessThan(400);
    expect(window.document.querySelectorAll("img").length).toBe(0);
  });

  it("the reasons open and close, for the keyboard and for screen readers", () => {
    const { show, target, part, window } = setUp(1);
    show.apply(target(0), treatment({ action: "label" }));
    expect(part(0, "panel").hidden).toBe(true);
    part(0, "why").click();
    expect(part(0, "panel").hidden).toBe(false);
    expect(part(0, "why").getAttribute("aria-expanded")).toBe("true");
    expect(part(0, "panel").textContent).toBe("Because.");
    part(0, "why").dispatchEvent(
      new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }),
    );
    expect(part(0, "panel").hidden).toBe(true);
  });

  it("shown: the same button takes it back", () => {
    const { show, target, part, onToggle } = setUp(1);
    show.apply(target(0), treatment());
    const button = part(0, "toggle");
    button.click();
    expect(onToggle).toHaveBeenLastCalledWith(["x/0"], true);
    show.apply(target(0), treatment({ shown: true }));
    expect(part(0, "toggle")).toBe(button);
    expect(button.textContent).toBe("Shown – fold again");
    expect(target(0).act.hasAttribute("data-winnow-shown")).toBe(true);
    button.click();
    expect(onToggle).toHaveBeenLastCalledWith(["x/0"], false);
  });
});

describe("who may press", () => {
  it("no script of the page can", () => {
    const { show, target, part, onToggle, mark, window } = setUp(1, (event) => event.isTrusted);
    show.apply(target(0), treatment());
    part(0, "toggle").click();
    mark(0).click();
    mark(0).dispatchEvent(new window.MouseEvent("click", { bubbles: true, composed: true }));
    expect(onToggle).not.toHaveBeenCalled();
  });

  it("a click on a mark does not reach the post; other keys do", () => {
    const { show, target, part, window } = setUp(1);
    show.apply(target(0), treatment());
    const heard: string[] = [];
    for (const type of ["click", "mousedown", "keydown"])
      window.document.addEventListener(type, (event) =>
        heard.push(`${type} ${(event as KeyboardEvent).key ?? ""}`),
      );
    part(0, "toggle").click();
    const press = (key: string) =>
      part(0, "toggle").dispatchEvent(
        new window.KeyboardEvent("keydown", { key, bubbles: true, composed: true }),
      );
    press("Enter");
    press(" ");
    press("j");
    expect(heard).toEqual(["keydown j"]);
  });
});

describe("hidden posts", () => {
  it("several in a row are one counting line, which shows them all", () => {
    const { show, target, part, mark, onToggle } = setUp(5);
    for (const index of [0, 1, 2, 4]) show.apply(target(index), treatment({ action: "hide" }));
    show.finish();
    expect(part(2, "toggle").textContent).toBe("3 hidden posts – Show");
    expect(part(2, "toggle").style.blockSize).toBe(`${3 * HAIRLINE}px`);
    expect([mark(0), mark(1)].every((host) => host.getAttribute("aria-hidden") === "true")).toBe(true);
    expect(part(0, "toggle").tabIndex).toBe(-1);
    expect(part(4, "toggle").textContent).toBe("1 hidden post – Show");
    part(2, "toggle").click();
    expect(onToggle).toHaveBeenLastCalledWith(["x/0", "x/1", "x/2"], true);
  });

  it("the line moves on when its posts leave the page", () => {
    const { show, target, part, cells } = setUp(3);
    for (const index of [0, 1, 2]) show.apply(target(index), treatment({ action: "hide" }));
    show.finish();
    cells[2]?.remove();
    show.finish();
    expect(part(1, "toggle").textContent).toBe("2 hidden posts – Show");
    expect(part(1, "toggle").tabIndex).toBe(0);
  });

  it("clear leaves nothing of ours", () => {
    const { show, target, window } = setUp(4);
    const before = window.document.body.innerHTML;
    for (const [index, action] of (["label", "dim", "fold", "hide"] as const).entries()) {
      show.apply(target(index), treatment({ action, held: true, tall: true }));
    }
    show.finish();
    show.clear();
    expect(window.document.body.innerHTML).toBe(before);
  });
});

describe("runsOf", () => {
  it("groups what follows directly", () => {
    const { cells } = setUp(6);
    const items = [0, 1, 3, 4, 5].map((index) => ({ cell: cells[index] as Element, index }));
    const runs = runsOf(items, (cell) => cell.nextElementSibling);
    expect(runs.map((run) => run.members.map(({ index }) => index))).toEqual([
      [0, 1],
      [3, 4, 5],
    ]);
    expect(runs.map((run) => run.leader.index)).toEqual([1, 5]);
  });
});

describe("groundOf", () => {
  it.each([
    ["rgb(255, 255, 255)", "light"],
    ["rgb(21, 32, 43)", "dark"],
    ["rgb(0, 0, 0)", "dark"],
    ["rgba(0, 0, 0, 0)", "light"],
    ["oklch(0.5 0 0)", "light"],
  ])("%s is %s", (backgroundColor, theme) => {
    const { window } = setUp(0);
    expect(groundOf(domOf(window.document), window.document, () => ({ backgroundColor })).theme).toBe(theme);
  });
});
