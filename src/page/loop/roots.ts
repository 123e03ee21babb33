import type { SiteDefinition } from "../../core/vocab/site";
import type { Dom } from "../read/dom";

export interface RootsOptions {
  dom: Dom;
  site: SiteDefinition;
  document: Document;
  MutationObserver: typeof MutationObserver;
  /** Changes inside the roots. */
  onChange: (records: MutationRecord[]) => void;
  /** The roots are other elements than before (or the first, or gone). */
  onRoots: (roots: Element[]) => void;
  signal: AbortSignal;
}

export interface Roots {
  start(): void;
  stop(): void;
  /** Write to the page unseen by ourselves. What the site did before is handled first. */
  writing(write: () => void): void;
}

/** While a root is missing, look again at most this often. */
const LOOK_MS = 100;

/**
 * One observer on the containers of posts, and on the bare child lists of their ancestors: these
 * change when a single-page site replaces a timeline. While there is no root, the nearest anchor is
 * watched instead.
 */
export const watchRoots = (options: RootsOptions): Roots => {
  const { dom, site, document, onChange, onRoots, signal } = options;
  let roots: Element[] = [];
  let running = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const find = (): Element[] => {
    for (const selector of site.roots) {
      const found = dom.queryAll(document, selector);
      if (found.length > 0) return found.slice(0, 20);
    }
    return [];
  };

  const observer = new options.MutationObserver((records) => handle(records));

  const observe = (): void => {
    observer.disconnect();
    for (const root of roots) {
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: [...(site.watch ?? []), "data-winnow"],
      });
      for (let above = dom.parent(root); above; above = dom.parent(above)) {
        if (!roots.includes(above as Element)) observer.observe(above, { childList: true });
      }
    }
    if (roots.length > 0) return;
    const anchor = site.anchors
      .map((selector) => dom.query(document, selector))
      .find((found) => found !== null);
    observer.observe(anchor ?? document, { subtree: true, childList: true });
    // The anchor itself may be replaced by a page that starts over.
    for (let above = anchor ? dom.parent(anchor) : null; above; above = dom.parent(above)) {
      observer.observe(above, { childList: true });
    }
  };

  const look = (): void => {
    timer = undefined;
    if (!running) return;
    const found = find();
    const same = found.length === roots.length && found.every((root, index) => root === roots[index]);
    if (same && found.length > 0) return;
    const changed = !same;
    roots = found;
    observe();
    if (changed) onRoots(roots);
  };

  const handle = (records: MutationRecord[]): void => {
    if (records.length === 0 || !running) return;
    const inside = records.filter(({ target }) => roots.some((root) => dom.contains(root, target)));
    if (roots.length > 0 && inside.length < records.length) look();
    else if (roots.length === 0) timer ??= setTimeout(look, LOOK_MS);
    if (inside.length > 0) onChange(inside);
  };

  const stop = (): void => {
    running = false;
    clearTimeout(timer);
    timer = undefined;
    observer.disconnect();
    roots = [];
  };
  signal.addEventListener("abort", stop, { once: true });

  return {
    start: () => {
      if (running || signal.aborted) return;
      running = true;
      roots = find();
      observe();
      onRoots(roots);
    },
    stop,
    writing: (write) => {
      handle(observer.takeRecords());
      try {
        write();
      } finally {
        observer.takeRecords();
      }
    },
  };
};
