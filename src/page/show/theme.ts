import type { Dom } from "../read/dom";

/** What a mark stands on. */
export interface Ground {
  theme: "light" | "dark";
  /** The page's own background, as CSS. */
  color: string;
}

/** Red, green, blue (0-255) and alpha (0-1) of a computed colour such as `rgb(21, 32, 43)`; null if it is none. */
const parseColor = (color: string): [number, number, number, number] | null => {
  const parts = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+))?\s*\)$/.exec(color);
  return parts ? [Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 1)] : null;
};

/** The page's ground, from the background of its body or root; light if it says neither. */
export const groundOf = (
  dom: Dom,
  document: Document,
  style: (element: Element) => { backgroundColor: string },
): Ground => {
  for (const selector of ["body", "html"]) {
    const element = dom.query(document, selector);
    const color = element && parseColor(style(element).backgroundColor);
    if (!color || color[3] < 0.5) continue;
    const [red, green, blue] = color;
    const luminance = 0.299 * red + 0.587 * green + 0.114 * blue;
    return { theme: luminance < 128 ? "dark" : "light", color: `rgb(${red}, ${green}, ${blue})` };
  }
  return { theme: "light", color: "rgb(255, 255, 255)" };
};
