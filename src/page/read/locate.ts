import { matchFirst } from "../../core/sites/pattern";
import type { Locator } from "../../core/vocab/site";
import type { Dom } from "./dom";
import { readText } from "./text";

/** Where a field is looked for. */
export interface Scope {
  dom: Dom;
  post: Element;
  /** Quotes: what is inside of them is not seen. */
  hidden: readonly Element[];
}

/** No field needs more; a hostile page may offer thousands. */
const MAX_FOUND = 200;

const isHidden = ({ dom, hidden }: Scope, element: Element): boolean =>
  hidden.some((quote) => dom.contains(quote, element));

/** The elements that a locator means, in document order (see vocab/site). A selector that cannot be parsed finds none. */
export const locate = (scope: Scope, locator: Locator): Element[] => {
  const { dom, post } = scope;
  const start = locator.closest === undefined ? post : dom.closest(post, locator.closest);
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
      const value = where.attr === undefined ? readText(dom, element) : dom.attr(element, where.attr);
      return value !== null && matchFirst(where.match, value) !== null;
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

const landmark = (scope: Scope, selector: string): Element | undefined =>
  scope.dom.queryAll(scope.post, selector).find((element) => !isHidden(scope, element));
