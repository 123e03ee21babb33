import type { SiteDefinition } from "../../core/vocab/site";
import { documentOf, domOf } from "./dom";

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
    const posts = found.filter((element) => !isNested(site, element));
    if (posts.length > 0) return posts;
  }
  return [];
};

/** The post that a node stands in (or is), or null: the outermost one. */
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
    from = dom.parentElement(post);
  }
  return found;
};

/** What the site's list measures, and what we act on. */
export interface Unit {
  cell: Element;
  act: Element;
}

/** The unit of a post; the post itself where the site's data fits nothing. */
export const unitOf = (site: SiteDefinition, post: Element): Unit => {
  const dom = domOf(documentOf(post));
  for (const unit of site.units) {
    const cell = unit.closest === undefined ? post : dom.closest(post, unit.closest);
    const act = cell && unit.act === "first-child" ? dom.firstElement(cell) : cell;
    if (cell && act && dom.contains(act, post)) return { cell, act };
  }
  return { cell: post, act: post };
};
