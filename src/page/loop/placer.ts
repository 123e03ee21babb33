import type { Dom } from "../read/dom";
import type { Show, Target } from "../show/show";
import { groundOf } from "../show/theme";
import type { Entry } from "./entry";
import type { Env } from "./env";
import { collapses, type Explain, treatmentOf } from "./place";
import type { Records } from "./records";

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
  pending(): boolean;
}

/** A site's bar may cover this much, in CSS pixels, of what is scrolled. */
const BAR_PX = 64;
const GROUND_EVERY_MS = 1_000;
/** Some frames, at least. */
const MEASURED_MS = 120;

const targetOf = ({ key, unit }: Entry): Target => ({ key: key ?? "", cell: unit.cell, act: unit.act });

/** Gives elements what their records ask for. Nothing above what is being read changes its height. */
export const createPlacer = (options: PlacerOptions): Placer => {
  const { dom, document, env, show, records, shown, explain, entryOf, isLive, writing } = options;
  const added = new Set<Entry>();
  const unmeasured = new Set<Entry>();
  let groundAt = -Infinity;
  let confirming: ReturnType<typeof setTimeout> | undefined;

  /** Where reading begins: what starts above is being read, or was. */
  const topOfView = (): number => (env.isScrolled() ? BAR_PX : 0);

  const place = (entry: Entry, byPerson: boolean): void => {
    const { act, cell } = entry.unit;
    const record = entry.key === null ? undefined : records.get(entry.key);
    if (!record || entry.key === null) return show.apply(targetOf(entry), null);
    const standing = show.keyOf(act) === entry.key ? show.standing(act) : null;
    if (record.verdict.action === "hide") record.run ??= runBefore(cell);
    if (byPerson) record.held = false;
    const author = entry.read?.author;
    let wanted = treatmentOf(record, author?.name ?? author?.handle ?? "", shown.has(entry.key), explain);
    // An element that just came with a known post is as high as the site remembers it: no question then.
    const late = entry.placed || !record.measured;
    if (!byPerson && late && collapses(wanted) !== collapses(standing) && dom.rect(cell).top < topOfView()) {
      if (collapses(wanted) && wanted) {
        record.held = true;
        wanted = { ...wanted, held: true };
      } else wanted = standing;
      wait(entry);
    } else if (wanted?.held) wait(entry);
    if (collapses(wanted) !== collapses(standing) && late) record.measured = false;
    entry.placed = true;
    if (!record.measured) confirmSoon(entry);
    show.apply(targetOf(entry), wanted);
  };

  /** How many hidden posts stand in a row before this cell. */
  const runBefore = (cell: Element): number => {
    let before = dom.previousElement(cell);
    for (let steps = 0; before && steps < 2 && !entryOf(before); steps += 1) before = dom.previousElement(before);
    const key = before && entryOf(before)?.key;
    const record = key ? records.get(key) : undefined;
    return record?.verdict.action === "hide" && key && !shown.has(key) ? (record.run ?? 0) + 1 : 0;
  };

  /**
   * A list that takes an element out before it measured it remembers the height of before. Only an
   * element that stays for a while counts as measured.
   */
  const confirmSoon = (entry: Entry): void => {
    unmeasured.add(entry);
    confirming ??= setTimeout(() => {
      confirming = undefined;
      for (const { post, key } of unmeasured) {
        const record = key === null ? undefined : records.get(key);
        if (record && dom.isConnected(post)) record.measured = true;
      }
      unmeasured.clear();
    }, MEASURED_MS);
  };

  const wait = (entry: Entry): void => {
    entry.waits = true;
    edge.observe(entry.unit.cell);
  };

  /** Posts whose height waits: once their top is in view or below it, a change moves nothing that is read. */
  const edge = new env.IntersectionObserver(
    (seen) => {
      for (const { target: cell, boundingClientRect } of seen) {
        const entry = entryOf(cell);
        if (!entry?.waits || boundingClientRect.top < topOfView() || boundingClientRect.height === 0) continue;
        entry.waits = false;
        edge.unobserve(cell);
        const record = entry.key === null ? undefined : records.get(entry.key);
        if (record) record.held = false;
        added.add(entry);
      }
      if (added.size > 0) flush();
    },
    { threshold: [0, 0.25, 0.5, 0.75, 0.9, 1] },
  );

  const remove = (entry: Entry): void => {
    added.delete(entry);
    edge.unobserve(entry.unit.cell);
    if (show.keyOf(entry.unit.act) === entry.key) show.apply(targetOf(entry), null);
  };

  const flush = (byPerson = false): void => {
    const batch = [...added].filter(isLive).sort((a, b) => (dom.precedes(a.post, b.post) ? -1 : 1));
    added.clear();
    writing(() => {
      const now = env.now();
      if (batch.length > 0 && now - groundAt > GROUND_EVERY_MS) {
        groundAt = now;
        show.setGround(groundOf(dom, document, env.getComputedStyle));
      }
      // One that was taken out has no place; what is known of it waits for its return.
      for (const entry of batch) if (dom.isConnected(entry.post)) place(entry, byPerson);
      show.finish();
    });
  };

  return {
    add: (entry) => void added.add(entry),
    flush,
    remove,
    clear: () => {
      added.clear();
      unmeasured.clear();
      clearTimeout(confirming);
      confirming = undefined;
      edge.disconnect();
      writing(() => show.clear());
    },
    pending: () => added.size > 0,
  };
};
