import type { SiteDefinition } from "../../core/vocab/site";
import { documentOf, domOf } from "./dom";
import { ROWS } from "./rows";

/** Whether an element stands inside another post (an unavailable quote is an article in an article). */
const isNested = (site: SiteDefinition, element: Element): boolean => {
  const dom = domOf(documentOf(element));
  const parent = dom.parentElement(element);
  return parent !== null && site.posts.some((selector) => dom.closest(parent, selector) !== null);
};

/** The posts in `root` (itself included), in document order; the first of the site's selectors that finds any wins. */
export const findPosts = (site: SiteDefinition, root: Element | Document): Element[] => {
  const dom = domOf(documentOf(root));
  for (const selector of site.posts) {
    const found = dom.queryAll(root, selector);
    if (dom.nodeType(root) === 1 && dom.matches(root as Element, selector)) found.unshift(root as Element);
    const posts = site.nested ? found : found.filter((element) => !isNested(site, element));
    if (posts.length > 0) return posts;
  }
  return [];
};

/** The outermost posts inside a post: on some sites, replies stand in what they answer. */
export const innerPosts = (site: SiteDefinition, post: Element): Element[] => {
  if (!site.nested) return [];
  const dom = domOf(documentOf(post));
  for (const selector of site.posts) {
    const found = dom.queryAll(post, selector);
    if (found.length === 0) continue;
    const outer: Element[] = [];
    // In document order, so whatever is inside of one follows it.
    for (const inner of found) {
      const last = outer[outer.length - 1];
      if (!last || !dom.contains(last, inner)) outer.push(inner);
    }
    return outer;
  }
  return [];
};

/** The post that a node stands in (or is), or null: the outermost one; where posts nest, the innermost. */
export const postAround = (site: SiteDefinition, node: Element): Element | null => {
  const dom = domOf(documentOf(node));
  let found: Element | null = null;
  for (let from: Element | null = node; from;) {
    const post: Element | null = site.posts.reduce<Element | null>(
      (hit, selector) => hit ?? dom.closest(from as Element, selector),
      null,
    );
    if (!post) break;
    found = post;
    if (site.nested) break;
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
