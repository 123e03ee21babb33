/** What the feed needs of the browser besides the document; tests hand in their own. */
export interface Env {
  MutationObserver: typeof MutationObserver;
  IntersectionObserver: typeof IntersectionObserver;
  getComputedStyle: (element: Element) => { backgroundColor: string };
  /** Where `popstate`, `pageshow` and `scroll` are heard. */
  events: EventTarget;
  now: () => number;
  /** Of the window, in CSS pixels: how far it is scrolled, and how high it is. */
  view: () => { scrolled: number; height: number };
  /** Whether an event was made by a person. */
  trusted: (event: Event) => boolean;
}

/** Read at call time, so that importing this needs no browser. */
export const browserEnv = (): Env => {
  // In Firefox the global of a content script is not its window.
  const view = typeof window === "undefined" ? globalThis : window;
  return {
    MutationObserver: view.MutationObserver,
    IntersectionObserver: view.IntersectionObserver,
    getComputedStyle: (element) => view.getComputedStyle(element),
    events: view,
    now: () => performance.now(),
    view: () => ({ scrolled: view.scrollY, height: view.innerHeight }),
    trusted: (event) => event.isTrusted,
  };
};
