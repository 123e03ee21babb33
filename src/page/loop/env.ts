/** What the feed needs of the browser besides the document; tests hand in their own. */
export interface Env {
  MutationObserver: typeof MutationObserver;
  IntersectionObserver: typeof IntersectionObserver;
  getComputedStyle: (element: Element) => { backgroundColor: string };
  /** Where `popstate` and `pageshow` are heard. */
  events: EventTarget;
  now: () => number;
  /** Whether the page was scrolled down at all. */
  isScrolled: () => boolean;
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
  isScrolled: () => globalThis.scrollY > 0,
  trusted: (event) => event.isTrusted,
});
