import type { ReaderName } from "../../core/vocab/site";
import { documentOf, type Dom } from "./dom";
import { readText } from "./text";

/** No label has more pieces. */
const MAX_PIECES = 400;

const classesOf = (dom: Dom, element: Element): number =>
  (dom.attr(element, "class") ?? "").split(/\s+/).filter((name) => name !== "").length;

/**
 * The letters that are shown of a word scattered over one-letter elements, sorted: the order is in
 * style sheets, and anagrams are enough to know a word. Decoys carry a tail of junk classes, three
 * times as many as what is shown; without such a gap, all letters count.
 */
const letters = (dom: Dom, element: Element): string | null => {
  const pieces = dom
    .queryAll(element, "span, div, i, b")
    .slice(0, MAX_PIECES)
    .flatMap((piece) => {
      if (
        dom.firstElement(piece) ||
        /display:\s*none|position:\s*absolute/.test(dom.attr(piece, "style") ?? "")
      )
        return [];
      const letter = readText(dom, piece);
      return [...letter].length === 1 ? [{ letter, classes: classesOf(dom, piece) }] : [];
    });
  if (pieces.length < 3) return null;
  const counts = pieces.map(({ classes }) => classes);
  const limit = Math.max(...counts) >= 12 && Math.min(...counts) <= 8 ? 10 : Infinity;
  const shown = pieces.filter(({ classes }) => classes <= limit).map(({ letter }) => letter);
  return shown.sort().join("");
};

/** The text of the elements that label this one, or that an svg draws by reference: they stand elsewhere on the page. */
const labelled = (dom: Dom, element: Element): string | null => {
  const ids = (dom.attr(element, "aria-labelledby") ?? "").split(/\s+/);
  for (const use of dom.queryAll(element, "use").slice(0, 10)) {
    ids.push((dom.attr(use, "href") ?? dom.attr(use, "xlink:href") ?? "").replace(/^#/, ""));
  }
  const document = documentOf(element);
  const words = ids
    .filter((id) => id !== "")
    .slice(0, 10)
    .map((id) => dom.byId(document, id))
    .map((found) => (found && !dom.contains(found, element) ? readText(dom, found) : ""))
    .filter((text) => text !== "");
  return words.length > 0 ? words.join(" ") : null;
};

/** Readers that site files call by name, for what data cannot say. */
export const NAMED: Record<ReaderName, (dom: Dom, element: Element) => string | null> = { letters, labelled };
