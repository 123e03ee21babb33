import { matchFirst } from "../../core/sites/pattern";
import type { Media } from "../../core/vocab/post";
import type { SiteDefinition } from "../../core/vocab/site";
import { clean } from "./clean";
import { locate, type Scope } from "./locate";
import { readText } from "./text";

const MAX_MEDIA = 20;
const MAX_LINKS = 50;
const MAX_URL = 2_000;

/** An absolute http(s) address, or null. */
export const absolute = (href: string, base: string): string | null => {
  try {
    const url = new URL(href, base);
    return /^https?:$/.test(url.protocol) && url.href.length <= MAX_URL ? url.href : null;
  } catch {
    return null;
  }
};

/** Images, videos, cards and polls of the post itself, in the order of the site's data. */
export const readMedia = (site: SiteDefinition, scope: Scope, base: string): Media[] => {
  const media: Media[] = [];
  for (const source of site.media) {
    const found =
      source.find.map((locator) => locate(scope, locator)).find((elements) => elements.length > 0) ?? [];
    for (const element of found) {
      const alt = source.alt === undefined ? "" : clean(scope.dom.attr(element, source.alt) ?? "", MAX_URL);
      const href = source.url === undefined ? null : scope.dom.attr(element, source.url);
      const url = href === null ? null : absolute(href, base);
      const described = matchFirst(source.noAlt ?? [], alt) === null ? alt : "";
      // The same picture for narrow and for wide screens is one.
      if (url !== null && media.some((known) => known.url === url && (known.alt ?? "") === described))
        continue;
      media.push({
        kind: source.kind,
        ...(described !== "" && { alt: described }),
        ...(url !== null && { url }),
      });
    }
  }
  return media.slice(0, MAX_MEDIA);
};

/** The address that a forwarding link shows, such as `example.org/page…`; null if it shows none. */
const shownAddress = (shown: string): string | null => {
  const bare = shown.replace(/…$/, "").trim();
  const withScheme = /^https?:\/\//i.test(bare) ? bare : `https://${bare}`;
  return /^https?:\/\/[^\s/]+\.[^\s/]+\S*$/i.test(withScheme) ? absolute(withScheme, withScheme) : null;
};

/** Addresses that the text links to; for forwarding hosts, the address that is shown. */
export const readLinks = (site: SiteDefinition, scope: Scope, base: string): string[] => {
  const links = new Set<string>();
  for (const element of (site.links?.find ?? []).flatMap((locator) => locate(scope, locator))) {
    const href = absolute(scope.dom.attr(element, "href") ?? "", base);
    if (!href) continue;
    const forwards = site.links?.shorteners?.includes(new URL(href).hostname) ?? false;
    links.add((forwards ? shownAddress(readText(scope.dom, element)) : null) ?? href);
    if (links.size >= MAX_LINKS) break;
  }
  return [...links];
};
