export interface PageEvents {
  /** The address may have changed. */
  onNavigation: () => void;
  /** The page came back from the back/forward cache: what it asked before may never be answered. */
  onRevival: () => void;
}

/** Listen to the window until the returned function is called. */
export const listenToPage = (events: EventTarget, { onNavigation, onRevival }: PageEvents): (() => void) => {
  const onPageShow = (event: Event): void => {
    if ((event as PageTransitionEvent).persisted) onRevival();
  };
  events.addEventListener("popstate", onNavigation);
  events.addEventListener("pageshow", onPageShow);
  return () => {
    events.removeEventListener("popstate", onNavigation);
    events.removeEventListener("pageshow", onPageShow);
  };
};
