import { useEffect, useState } from "preact/hooks";

import { useSettings } from "../use-settings";

export const SECTIONS = [
  { id: "sites", name: "Sites" },
  { id: "detection", name: "Detection" },
  { id: "rules", name: "My rules" },
  { id: "lists", name: "Lists" },
  { id: "share", name: "Share" },
  { id: "data", name: "Data" },
  { id: "about", name: "About" },
] as const;

/** A smooth scroll is over by then. */
const FOLLOW_MS = 1_500;

/** A section may be followed by what it is to do, as in `#lists?add=…`. */
const named = (): string => location.hash.slice(1).split("?")[0] ?? "";

/** Which section the person reads: the one named in the address, then the one that is scrolled to. */
const useCurrentSection = (ready: boolean): string => {
  const [current, setCurrent] = useState<string>(named() || SECTIONS[0].id);

  useEffect(() => {
    if (!ready) return;
    // The sections come after the settings, so the browser could not scroll to the named one itself.
    if (named()) document.getElementById(named())?.scrollIntoView?.();
    // A link that was followed stays marked while the page scrolls to it, and if it cannot scroll so far.
    let followed = 0;
    const follow = () => {
      followed = Date.now();
      if (named()) setCurrent(named());
    };
    window.addEventListener("hashchange", follow);
    const stop = () => window.removeEventListener("hashchange", follow);
    if (typeof IntersectionObserver === "undefined") return stop;
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        }
        const first = SECTIONS.find(({ id }) => seen.has(id));
        if (first && Date.now() - followed > FOLLOW_MS) setCurrent(first.id);
      },
      { rootMargin: "-72px 0px -60% 0px" },
    );
    for (const { id } of SECTIONS) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
    return () => {
      observer.disconnect();
      stop();
    };
  }, [ready]);

  return current;
};

export const Nav = () => {
  const { settings } = useSettings();
  const current = useCurrentSection(settings !== null);
  return (
    <nav class="nav" aria-label="Sections">
      <ul>
        {SECTIONS.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={current === id ? "location" : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
