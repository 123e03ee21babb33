import { MAX_TEXT } from "../../core/vocab/limits";
import { clean } from "./clean";
import type { Dom } from "./dom";

export interface TextOptions {
  /** Elements left out. */
  strip?: string | undefined;
  /** Elements that begin and end a line. */
  blocks?: string | undefined;
  space?: "keep" | "collapse" | undefined;
}

/** More nodes than any honest post has; the rest is not read. */
const MAX_NODES = 30_000;
const NO_TEXT = new Set(["script", "style", "template", "noscript", "svg", "canvas", "iframe", "object"]);

/**
 * The text of an element in reading order: emoji from `img alt`, `br` as a line break. Walks without
 * recursion, since a page may nest ten thousand nodes.
 */
export const readText = (dom: Dom, root: Element, options: TextOptions = {}): string => {
  const keep = options.space === "keep";
  const parts: string[] = [];
  let length = 0;
  const push = (piece: string): void => {
    if (piece === "") return;
    parts.push(piece);
    length += piece.length;
  };
  const isBlock = (element: Element): boolean =>
    options.blocks !== undefined && dom.matches(element, options.blocks);
  const newLine = (): void => {
    if (length > 0 && !parts[parts.length - 1]?.endsWith("\n")) push("\n");
  };
  let node: Node | null = dom.firstChild(root);
  for (let seen = 0; node && seen < MAX_NODES && length < MAX_TEXT * 2; seen += 1) {
    const type = dom.nodeType(node);
    let descend = false;
    if (type === 3 || type === 4) {
      const data = dom.data(node);
      // Between two blocks, white space is the page's layout, not a line of the text's.
      if (keep || data.trim() !== "" || !parts[parts.length - 1]?.endsWith("\n")) {
        push(keep ? data : data.replace(/\s+/g, " "));
      }
    } else if (type === 1) {
      const element = node as Element;
      const name = dom.localName(element);
      if (name === "br") push("\n");
      else if (NO_TEXT.has(name) || (options.strip !== undefined && dom.matches(element, options.strip)))
        descend = false;
      else if (name === "img") push(dom.attr(element, "alt") ?? "");
      else {
        if (isBlock(element)) newLine();
        descend = true;
      }
    }
    let next: Node | null = descend ? dom.firstChild(node) : null;
    while (!next && node && node !== root) {
      next = dom.nextSibling(node);
      if (next) break;
      node = dom.parent(node);
      if (node && node !== root && options.blocks !== undefined && isBlock(node as Element)) newLine();
    }
    node = next;
  }
  const text = parts.join("");
  return clean(keep ? text : text.replace(/[ \t]+/g, " ").replace(/ *\n */g, "\n"), MAX_TEXT);
};
