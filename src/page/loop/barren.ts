import type { SiteDefinition } from "../../core/vocab/site";
import type { Surface } from "../../core/vocab/surface";
import type { Dom } from "../read/dom";

/** A list gets this long to bring its first post. */
const AFTER_MS = 8_000;
/** Fewer cells may be headings and hints. */
const CELLS = 6;

/** Whether lists that should be full of posts have cells, while not one post was found in them. */
export const isBarren = (
  dom: Dom,
  site: SiteDefinition,
  roots: readonly Element[],
  surface: Surface,
): boolean => {
  const cell = site.units[0]?.closest;
  if (cell === undefined || (surface !== "home" && surface !== "thread")) return false;
  return roots.reduce((sum, root) => sum + dom.queryAll(root, cell).length, 0) >= CELLS;
};

/** Calls `check` some time after `soon` was called last. */
export const watchBarren = (check: () => void): { soon: () => void; cancel: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => clearTimeout(timer);
  return {
    soon: () => {
      cancel();
      timer = setTimeout(check, AFTER_MS);
    },
    cancel,
  };
};
