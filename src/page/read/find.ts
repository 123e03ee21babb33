import type { SiteDefinition } from "../../core/vocab/site";
import { documentOf, domOf } from "./dom";
import { ROWS } from "./rows";

/**
 * The site's selectors from the first to the one that makes this element a post. What only a later one
 * matches is no post while this one is: it is a wrapper or a part.
 */
const rankOf = (site: SiteDefinition, post: Element): readonly string[] => {
  const dom = domOf(documentOf(post));
  const rank = site.posts.findIndex((selector) => dom.matches(post, selector));
  return rank < 0 ? site.posts : site.posts.slice(0, rank + 1);
};

/** Whether an element stands inside another post (an unavailable quote is an article in an article). */
const isNested = (selectors: readonly string[], element: Element): boolean => {
  const dom = domOf(documentOf(element));
  const parent = dom.parentElement(element);
  return parent !== null && selectors.some((selector) => dom.closest(parent, selector) !== null);
};

/** The posts in `root` (itself included), in document order; the first of the site's selectors that finds any wins. */
export const findPosts = (site: SiteDefinition, root: Element | Document): Element[] => {
  const dom = domOf(documentOf(root));
  for (const [rank, selector] of site.posts.entries()) {
    const found = dom.queryAll(root, selector);
    if (dom.nodeType(root) === 1 && dom.matches(root as Element, selector)) found.unshift(root as Element);
    const ranked = site.posts.slice(0, rank + 1);
    const posts = site.nested ? found : found.filter((element) => !isNested(ranked, element));
    if (posts.length > 0) return posts;
  }
  return [];
};

/** The outermost posts inside a post: on some sites, replies stand in what they answer. */
export const innerPosts = (site: SiteDefinition, post: Element): Element[] => {
  if (!site.nested) return [];
  const dom = domOf(documentOf(post));
  const found = new Set(rankOf(site, post).flatMap((selector) => dom.queryAll(post, selector)));
  const outer: Element[] = [];
  // In document order, so whatever is inside of one follows it.
  for (const inner of [...found].sort((a, b) => (dom.precedes(a, b) ? -1 : 1))) {
    const last = outer[outer.length - 1];
    if (!last || !dom.contains(last, inner)) outer.push(inner);
  }
  return outer;
};

/** The post that a node stands in (or is), or null: the outermost one; where posts nest, the innermost. */
export const postAround = (site: SiteDefinition, node: Element): Element | null => {
  const dom = domOf(documentOf(node));
  let found: Element | null = null;
  let selectors: readonly string[] = site.posts;
  for (let from: Element | null = node; from;) {
    const rank = selectors.findIndex((selector) => dom.closest(from as Element, selector) !== null);
    const post = rank < 0 ? null : dom.closest(from, selectors[rank] ?? "");
    if (!post) break;
    found = post;
    if (site.nested) break;
    selectors = selectors.slice(0, rank + 1);
    from = dom.parentElement(post);
  }
  return found;
};

/** What the site's list measures, and what we act on. */
export interface Unit {
  cell: Element;
  act: Element;
  /** Rows outside of it that belong to it: they go if it is hidden altogether. */
  also?: Element[];
}

/** The unit of a post; the post itself where the site's data fits nothing. */
export const unitOf = (site: SiteDefinition, post: Element): Unit => {
  const dom = domOf(documentOf(post));
  for (const unit of site.units) {
    const cell = unit.closest === undefined ? post : dom.closest(post, unit.closest);
    let act = cell && unit.act === "first-child" ? dom.firstElement(cell) : cell;
    if (cell && unit.select !== undefined) act = dom.query(cell, unit.select);
    if (!cell || !act || !(dom.contains(act, post) || dom.contains(post, act))) continue;
    const also = unit.also === undefined ? [] : ROWS[unit.also](dom, cell);
    return { cell, act, ...(also.length > 0 && { also }) };
  }
  return { cell: post, act: post };
};
