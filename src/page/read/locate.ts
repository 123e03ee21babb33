import { matchFirst } from "../../core/sites/pattern";
import type { Locator } from "../../core/vocab/site";
import type { Dom } from "./dom";
import { NAMED } from "./named";
import { readText } from "./text";

/** Where a field is looked for. */
export interface Scope {
  dom: Dom;
  post: Element;
  /** Quotes: what is inside of them is not seen. */
  hidden: readonly Element[];
  /** Address of the page, where it is known. */
  url?: string | undefined;
}

/** No field needs more; a hostile page may offer thousands. */
const MAX_FOUND = 200;

const isHidden = ({ dom, hidden }: Scope, element: Element): boolean =>
  hidden.some((quote) => dom.contains(quote, element));

/** The elements that a locator means, in document order (see vocab/site). A selector that cannot be parsed finds none. */
export const locate = (scope: Scope, locator: Locator): Element[] => {
  const { dom, post } = scope;
  let start = locator.closest === undefined ? post : dom.closest(post, locator.closest);
  if (start && locator.next !== undefined) {
    start = dom.nextElement(start);
    if (start && !dom.matches(start, locator.next)) start = null;
  }
  if (!start) return [];
  let found = [start];
  if (locator.select !== undefined) {
    found = dom.queryAll(start, locator.select).slice(0, MAX_FOUND);
    if (scope.hidden.length > 0) found = found.filter((element) => !isHidden(scope, element));
  }
  const { has, hasNot, outside, where, before, after, up, at } = locator;
  if (found.length > 0 && has !== undefined)
    found = found.filter((element) => dom.query(element, has) !== null);
  if (found.length > 0 && hasNot !== undefined)
    found = found.filter((element) => dom.query(element, hasNot) === null);
  if (found.length > 0 && where) {
    found = found.filter((element) => {
      const value = valueAt(dom, element, where);
      const caught = value === null ? null : matchFirst(where.match, value);
      return caught !== null && caught.length > (where.longer ?? -1);
    });
  }
  if (found.length > 0 && outside !== undefined) {
    found = found.filter((element) => {
      const around = dom.closest(element, outside);
      return !around || around === post || !dom.contains(post, around);
    });
  }
  if (found.length > 0 && before !== undefined) {
    const border = landmark(scope, before);
    if (border) found = found.filter((element) => dom.precedes(element, border));
  }
  if (found.length > 0 && after !== undefined) {
    const border = landmark(scope, after);
    if (border) found = found.filter((element) => dom.precedes(border, element));
  }
  if (up !== undefined) {
    found = found.flatMap((element) => {
      const above = dom.closest(element, up);
      return above ? [above] : [];
    });
  }
  if (at === undefined) return found;
  const one = found.at(at);
  return one ? [one] : [];
};

/** An attribute, what a named reader reads, or the text. */
const valueAt = (dom: Dom, element: Element, where: NonNullable<Locator["where"]>): string | null => {
  if (where.attr !== undefined) return dom.attr(element, where.attr);
  return where.read === undefined ? readText(dom, element) : NAMED[where.read](dom, element);
};

const landmark = (scope: Scope, selector: string): Element | undefined =>
  scope.dom.queryAll(scope.post, selector).find((element) => !isHidden(scope, element));
