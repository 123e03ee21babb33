import type { Dom } from "../read/dom";
import type { Show, Target, Treatment } from "../show/show";
import { groundOf } from "../show/theme";
import type { Entry } from "./entry";
import type { Env } from "./env";
import { collapses, type Explain, treatmentOf } from "./place";
import type { PostRecord, Records } from "./records";

/** Keys of posts (see `postKey`) that the person chose to see; may outlive the page. */
export interface ShownStore {
  has(key: string): boolean;
  add(key: string): unknown;
  delete(key: string): unknown;
}

export interface PlacerOptions {
  dom: Dom;
  document: Document;
  env: Env;
  show: Show;
  records: Records;
  shown: ShownStore;
  explain: Explain;
  isLive: (entry: Entry) => boolean;
  entryOf: (cell: Element) => Entry | undefined;
  /** Write to the page unseen by our own observer. */
  writing: (write: () => void) => void;
}

export interface Placer {
  /** Look at this element's record at the next flush. */
  add(entry: Entry): void;
  /** Put all that was added on the page. What a person asked for does not wait. */
  flush(byPerson?: boolean): void;
  /** Undo what was done to this element, and think of it no more. */
  remove(entry: Entry): void;
  clear(): void;
  /** Clear, and listen no more. */
  stop(): void;
  pending(): boolean;
}

/** A site's bar may cover this much, in CSS pixels, of what is scrolled. */
const BAR_PX = 64;
/** Scrolling is over when nothing was heard for this long. */
const IDLE_MS = 150;
/** Some frames, at least. */
const MEASURED_MS = 120;
const GROUND_EVERY_MS = 1_000;

const targetOf = ({ key, unit }: Entry): Target => ({ key: key ?? "", cell: unit.cell, act: unit.act });

/** Gives elements what their records ask for. Nothing above what is being read changes its height. */
export const createPlacer = (options: PlacerOptions): Placer => {
  const { dom, document, env, show, records, shown, explain, entryOf, isLive, writing } = options;
  const added = new Set<Entry>();
  /** Their height waits to change. */
  const waiting = new Set<Entry>();
  const unmeasured = new Set<Entry>();
  let groundAt = -Infinity;
  let scrolledAt = -Infinity;
  let idling: ReturnType<typeof setTimeout> | undefined;
  let confirming: ReturnType<typeof setTimeout> | undefined;

  const recordOf = ({ key }: Entry): PostRecord | undefined => (key === null ? undefined : records.get(key));

  /** What starts above this is being read, or was; while the page moves, that is all that can be seen. */
  const borderOf = (): number => {
    const { scrolled, height } = env.view();
    if (env.now() - scrolledAt < IDLE_MS) return height;
    return scrolled > 0 ? BAR_PX : 0;
  };

  interface Plan {
    entry: Entry;
    record: PostRecord;
    standing: Treatment | null;
    wanted: Treatment | null;
    /** Its height changes, and the page would notice. */
    moves: boolean;
  }

  const planOf = (entry: Entry, byPerson: boolean): Plan | null => {
    const { act, cell } = entry.unit;
    const record = recordOf(entry);
    if (!record || entry.key === null) return null;
    if (record.verdict.action === "hide") record.run ??= runBefore(cell);
    if (byPerson) record.held = false;
    const standing = show.keyOf(act) === entry.key ? show.standing(act) : null;
    const author = entry.read?.author;
    const wanted = treatmentOf(record, author?.name ?? author?.handle ?? "", shown.has(entry.key), explain);
    // An element that just came with a known post is as high as the page remembers it: nothing moves then.
    const late = entry.placed || !record.measured;
    return { entry, record, standing, wanted, moves: late && collapses(wanted) !== collapses(standing) };
  };

  const place = ({ entry, record, standing, wanted, moves }: Plan, isAbove: boolean): void => {
    let treatment = wanted;
    if (isAbove) {
      record.held = collapses(wanted);
      treatment = wanted && collapses(wanted) ? { ...wanted, held: true } : standing;
    }
    if (isAbove || treatment?.held) waitFor(entry);
    else waiting.delete(entry);
    if (moves) record.measured = false;
    if (!record.measured) confirmSoon(entry);
    entry.placed = true;
    show.apply(targetOf(entry), treatment);
  };

  /** How many hidden posts stand in a row before this cell. */
  const runBefore = (cell: Element): number => {
    let before = dom.previousElement(cell);
    for (let steps = 0; before && steps < 2 && !entryOf(before); steps += 1)
      before = dom.previousElement(before);
    const entry = before && entryOf(before);
    const record = entry ? recordOf(entry) : undefined;
    return record?.verdict.action === "hide" && entry?.key && !shown.has(entry.key)
      ? (record.run ?? 0) + 1
      : 0;
  };

  /**
   * A list that takes an element out before it measured it remembers the height of before. Only an
   * element that stays for a while counts as measured.
   */
  const confirmSoon = (entry: Entry): void => {
    unmeasured.add(entry);
    confirming ??= setTimeout(() => {
      confirming = undefined;
      for (const measured of unmeasured) {
        const record = recordOf(measured);
        if (record && dom.isConnected(measured.post)) record.measured = true;
      }
      unmeasured.clear();
    }, MEASURED_MS);
  };

  const waitFor = (entry: Entry): void => {
    waiting.add(entry);
    idling ??= setTimeout(settle, IDLE_MS);
  };

  /** The page stands still: what waits, and starts in view or below it, changes its height now. */
  const settle = (): void => {
    idling = undefined;
    for (const entry of waiting) if (!isLive(entry)) waiting.delete(entry);
    if (waiting.size === 0) return;
    if (env.now() - scrolledAt < IDLE_MS) {
      idling = setTimeout(settle, IDLE_MS);
      return;
    }
    const border = borderOf();
    for (const entry of [...waiting].filter(({ unit }) => dom.rect(unit.cell).top >= border)) {
      waiting.delete(entry);
      const record = recordOf(entry);
      if (record) record.held = false;
      added.add(entry);
    }
    if (added.size > 0) flush();
  };

  const onScroll = (): void => {
    scrolledAt = env.now();
    if (waiting.size > 0) idling ??= setTimeout(settle, IDLE_MS);
  };
  env.events.addEventListener("scroll", onScroll, { passive: true, capture: true });

  const remove = (entry: Entry): void => {
    added.delete(entry);
    waiting.delete(entry);
    if (show.keyOf(entry.unit.act) === entry.key) show.apply(targetOf(entry), null);
  };

  const flush = (byPerson = false): void => {
    // One that was taken out has no place; what is known of it waits for its return.
    const batch = [...added].filter((entry) => isLive(entry) && dom.isConnected(entry.post));
    batch.sort((a, b) => (dom.precedes(a.post, b.post) ? -1 : 1));
    added.clear();
    const now = env.now();
    if (batch.length > 0 && now - groundAt > GROUND_EVERY_MS) {
      groundAt = now;
      show.setGround(groundOf(dom, document, env.getComputedStyle));
    }
    // All is measured before anything is written: the page is laid out once.
    const plans = batch.map((entry) => ({ entry, plan: planOf(entry, byPerson) }));
    const border = plans.some(({ plan }) => plan?.moves) && !byPerson ? borderOf() : -Infinity;
    const placed = plans.map(({ entry, plan }) => {
      const isAbove = plan?.moves === true && border > -Infinity && dom.rect(entry.unit.cell).top < border;
      return { entry, plan, isAbove };
    });
    writing(() => {
      for (const { entry, plan, isAbove } of placed) {
        if (plan) place(plan, isAbove);
        else show.apply(targetOf(entry), null);
      }
      show.finish();
    });
  };

  const clear = (): void => {
    added.clear();
    waiting.clear();
    unmeasured.clear();
    clearTimeout(idling);
    clearTimeout(confirming);
    idling = confirming = undefined;
    writing(() => show.clear());
  };

  return {
    add: (entry) => void added.add(entry),
    flush,
    remove,
    clear,
    stop: () => {
      clear();
      env.events.removeEventListener("scroll", onScroll, { capture: true });
    },
    pending: () => added.size > 0,
  };
};
