import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/**
 * A value as it is while an element is on the screen, and as it was last seen otherwise: what is costly
 * to work out from it is not worked out for nobody.
 */
export const useWhileSeen = <T>(element: RefObject<Element>, value: T, unseen: T): T => {
  const [seen, setSeen] = useState(typeof IntersectionObserver === "undefined");
  const last = useRef(unseen);
  useEffect(() => {
    if (!element.current || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver((entries) => setSeen(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: "200px",
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  if (seen) last.current = value;
  return last.current;
};
