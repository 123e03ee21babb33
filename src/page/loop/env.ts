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
export const browserEnv = (): Env => ({
  MutationObserver: globalThis.MutationObserver,
  IntersectionObserver: globalThis.IntersectionObserver,
  getComputedStyle: (element) => globalThis.getComputedStyle(element),
  events: globalThis,
  now: () => performance.now(),
  view: () => ({ scrolled: globalThis.scrollY, height: globalThis.innerHeight }),
  trusted: (event) => event.isTrusted,
});
