import type { Action } from "../../core/vocab/action";
import { cut } from "../read/clean";
import type { Dom } from "../read/dom";
import { createMark, type Face, type Mark } from "./mark";
import { type Run, runsOf } from "./runs";
import type { Ground } from "./theme";
import { MAX_CAUSE, MAX_NAME, WORDS } from "./words";

/** A hidden post leaves this much, in CSS pixels: the site's list must not think that it is empty. */
export const HAIRLINE = 8;

/** What is done to one post's element. */
export interface Treatment {
  action: Exclude<Action, "keep">;
  short: string;
  causes: readonly string[];
  name: string;
  /** The person chose to see it. */
  shown: boolean;
  /** Keep its height for now: it stands above what is being read. */
  held: boolean;
  /** Hidden, but with a line of its own: too many in a row were hidden before it. */
  tall: boolean;
}

export interface Target {
  key: string;
  cell: Element;
  act: Element;
}

interface Item extends Target {
  treatment: Treatment;
  mark: Mark;
}

export interface Show {
  /** Do this to the post's element, or undo everything (null). Call `finish` after a batch. */
  apply(target: Target, treatment: Treatment | null): void;
  /** Merge the lines of hidden posts that stand in a row. */
  finish(): void;
  /** What was applied to this element, if the mark still stands in it. */
  standing(act: Element): Treatment | null;
  /** The post that this element is marked for, or null. */
  keyOf(act: Element): string | null;
  /** The element that one of our marks was put into, if it is one. */
  ownerOf(node: Node): Element | null;
  setGround(ground: Ground): void;
  clear(): void;
}

export interface ShowOptions {
  dom: Dom;
  /** A person pressed the button that stands for these posts. */
  onToggle: (keys: string[], shown: boolean) => void;
  trusted: (event: Event) => boolean;
}

/** Puts verdicts on the page: one attribute on the element acted on, one mark in it. show.css does the rest. */
export const createShow = ({ dom, onToggle, trusted }: ShowOptions): Show => {
  const items = new Map<Element, Item>();
  const owners = new WeakMap<Node, Element>();
  let runs = new Map<Item, Run<Item>>();
  let ground: Ground = { theme: "light", color: "rgb(255, 255, 255)" };

  const isThin = ({ treatment }: Item): boolean =>
    treatment.action === "hide" && !treatment.shown && !treatment.held && !treatment.tall;

  const toggle = (act: Element): void => {
    const item = items.get(act);
    if (!item) return;
    const members = isThin(item) ? (runs.get(item)?.members ?? [item]) : [item];
    onToggle(
      members.map(({ key }) => key),
      !item.treatment.shown,
    );
  };

  const undo = (act: Element): void => {
    const item = items.get(act);
    if (!item) return;
    items.delete(act);
    dom.remove(item.mark.host);
    for (const name of ["data-winnow", "data-winnow-shown", "data-winnow-held", "data-winnow-tall"])
      dom.removeAttr(act, name);
  };

  const setFlag = (act: Element, name: string, on: boolean): void => {
    if (on) dom.setAttr(act, name, "");
    else dom.removeAttr(act, name);
  };

  const faceOf = (item: Item): Face => {
    const { action, short, causes, name, shown } = item.treatment;
    const reason = cut(short || WORDS.noReason, MAX_CAUSE);
    const base = {
      ground,
      short: reason,
      causes: causes.map((cause) => cut(cause, MAX_CAUSE)),
      name: "",
      open: null,
    };
    if (shown && action !== "label") {
      const words = WORDS.foldAgain[action] ?? "";
      return { ...base, look: "shown", toggle: words, toggleLabel: words, open: true };
    }
    if (action === "label") return { ...base, look: "label", toggle: "", toggleLabel: "" };
    if (action === "dim")
      return { ...base, look: "label", toggle: WORDS.undim, toggleLabel: WORDS.undim, open: false };
    const author = cut(name, MAX_NAME);
    if (!isThin(item)) {
      const toggleLabel = WORDS.showPost(reason, author);
      return { ...base, look: "fold", name: author, toggle: WORDS.show, toggleLabel, open: false };
    }
    const run = runs.get(item);
    const count = run?.members.length ?? 1;
    const words = WORDS.hidden(count);
    const quiet = run !== undefined && run.leader !== item;
    return {
      ...base,
      look: "hide",
      short: "",
      toggle: words,
      toggleLabel: count === 1 ? `${words}. ${reason}` : words,
      open: false,
      quiet,
      height: !quiet && count > 1 ? count * HAIRLINE : undefined,
    };
  };

  /** Cells that only separate (no words, no pictures) do not end a run. */
  const nextCell = (cell: Element): Element | null => {
    let next = dom.nextElement(cell);
    for (let steps = 0; next && steps < 3; steps += 1) {
      const first = dom.firstElement(next);
      if ((first && items.has(first)) || items.has(next)) break;
      if (dom.query(next, "img, svg, button, a") !== null || (dom.textContent(next) ?? "").trim() !== "")
        break;
      next = dom.nextElement(next);
    }
    return next;
  };

  return {
    apply: ({ key, cell, act }, treatment) => {
      if (!treatment) return undo(act);
      if (items.get(act)?.key !== key) undo(act);
      let item = items.get(act);
      if (item) item.treatment = treatment;
      else {
        const mark = createMark({ dom, onToggle: () => toggle(act), whyLabel: WORDS.why, trusted });
        item = { key, cell, act, treatment, mark };
        owners.set(mark.host, act);
        items.set(act, item);
      }
      dom.setAttr(act, "data-winnow", treatment.action);
      setFlag(act, "data-winnow-shown", treatment.shown);
      setFlag(act, "data-winnow-held", treatment.held && !treatment.shown);
      setFlag(act, "data-winnow-tall", treatment.tall && !treatment.shown);
      item.mark.update(faceOf(item));
      if (dom.parent(item.mark.host) !== act) dom.insertFirst(act, item.mark.host);
    },
    finish: () => {
      for (const act of items.keys()) if (!dom.isConnected(act)) items.delete(act);
      const found = runsOf([...items.values()].filter(isThin), nextCell);
      const before = runs;
      runs = new Map(found.flatMap((run) => run.members.map((member) => [member, run] as const)));
      for (const [item, run] of runs) {
        const old = before.get(item);
        if (
          !old ||
          old.members.length !== run.members.length ||
          (old.leader === item) !== (run.leader === item)
        ) {
          item.mark.update(faceOf(item));
        }
      }
    },
    standing: (act) => {
      const item = items.get(act);
      return item && dom.parent(item.mark.host) === act ? item.treatment : null;
    },
    keyOf: (act) => items.get(act)?.key ?? null,
    ownerOf: (node) => owners.get(node) ?? null,
    setGround: (next) => {
      if (next.color === ground.color) return;
      ground = next;
      for (const item of items.values()) item.mark.update(faceOf(item));
    },
    clear: () => {
      for (const act of [...items.keys()]) undo(act);
      runs = new Map();
    },
  };
};
