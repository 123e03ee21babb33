import { MAX_TEXT } from "../../core/vocab/limits";
import type { Quote } from "../../core/vocab/post";
import type { SiteDefinition } from "../../core/vocab/site";
import { cleanName } from "./clean";
import type { Dom } from "./dom";
import { locate, type Scope } from "./locate";
import { firstValue } from "./source";

/** The outermost quotes in a post, in document order. One that cannot be opened any more counts too. */
export const findQuotes = (
  site: SiteDefinition,
  post: Element,
  dom: Dom,
  inner: readonly Element[] = [],
): Element[] => {
  const scope: Scope = { dom, post, hidden: inner };
  const all = (site.quote?.find ?? []).flatMap((locator) => locate(scope, locator));
  return all.filter(
    (quote) => quote !== post && !all.some((other) => other !== quote && dom.contains(other, quote)),
  );
};

/** The quoted post's own words; the text is empty where the site says that it is unavailable. */
export const readQuote = (site: SiteDefinition, element: Element, dom: Dom): Quote => {
  const scope: Scope = { dom, post: element, hidden: [] };
  const handle = firstValue(scope, site.quote?.handle, 200);
  const name = cleanName(firstValue(scope, site.quote?.name, 400) ?? "");
  const lang = firstValue(scope, site.quote?.lang, 40);
  return {
    ...(handle !== null && { author: { handle, ...(name && { name }) } }),
    text: firstValue(scope, site.quote?.text, MAX_TEXT) ?? "",
    ...(lang !== null && { lang }),
  };
};
