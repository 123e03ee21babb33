import { surfaceOf } from "../../core/sites";
import { MAX_TEXT } from "../../core/vocab/limits";
import type { Post } from "../../core/vocab/post";
import type { SiteDefinition } from "../../core/vocab/site";
import { cleanName, cut } from "./clean";
import { type Dom, documentOf, domOf } from "./dom";
import { innerPosts } from "./find";
import { hash } from "./hash";
import type { Scope } from "./locate";
import { readMarks } from "./marks";
import { absolute, readLinks, readMedia } from "./media";
import { findQuotes, readQuote } from "./quote";
import { firstValue, type Note } from "./source";

export interface ReadOptions {
  /** Address of the page. */
  url: string;
  /** Handle of the person at the keyboard, if known (see `readMe`). */
  me?: string | undefined;
  note?: Note | undefined;
}

/** Read one post as the page shows it; null if there is nothing to read. Never throws, whatever the page holds. */
export const readPost = (site: SiteDefinition, element: Element, options: ReadOptions): Post | null => {
  try {
    return read(site, element, domOf(documentOf(element)), options);
  } catch {
    return null;
  }
};

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?$/;

const read = (site: SiteDefinition, element: Element, dom: Dom, options: ReadOptions): Post | null => {
  const { url, note } = options;
  const noted = (field: string) => (note ? (index: number) => note(field, index) : undefined);
  const inner = innerPosts(site, element);
  const quotes = findQuotes(site, element, dom, inner);
  const scope: Scope = { dom, post: element, hidden: [...inner, ...quotes], url };
  const { fields } = site;
  const text = firstValue(scope, fields.text, MAX_TEXT, noted("text")) ?? "";
  const handle = firstValue(scope, fields.handle, 200, noted("handle"));
  const name = cleanName(firstValue(scope, fields.name, 400, noted("name")) ?? "");
  const lang = firstValue(scope, fields.lang, 40, noted("lang"));
  const href = firstValue(scope, fields.permalink, 2_000, noted("permalink"));
  const time = firstValue(scope, fields.time, 40, noted("time"));
  const media = readMedia(site, scope, url);
  if (text === "" && handle === null && media.length === 0) return null;
  const ownId = firstValue(scope, fields.id, 200, noted("id"));
  const id = ownId ?? `~${hash(JSON.stringify([handle, name || null, text, media])).toString(36)}`;
  const surface = surfaceOf(site, url);
  const permalink = href === null ? null : absolute(href, url);
  const repostedBy = firstValue(scope, fields.repostedBy, 400, noted("repostedBy"));
  const is = readMarks(site, scope, {
    url,
    surface,
    id: ownId,
    handle,
    quoted: quotes.length > 0,
    me: options.me,
    note,
  });
  return {
    site: site.id,
    id,
    surface,
    ...(permalink !== null && { permalink }),
    ...(handle !== null && { author: { handle: cut(handle, 200), ...(name && { name }) } }),
    text,
    ...(lang !== null && { lang }),
    ...(time !== null && ISO_TIME.test(time) && { time }),
    is,
    media,
    links: readLinks(site, scope, url),
    ...(quotes[0] && { quote: readQuote(site, quotes[0], dom) }),
    ...(repostedBy !== null && is.includes("repost") && { repostedBy }),
  };
};

/** Only the post's id as the site gives it, or null: cheap enough to ask for every element that appears. */
export const readId = (site: SiteDefinition, element: Element, url?: string): string | null => {
  try {
    const dom = domOf(documentOf(element));
    const inner = innerPosts(site, element);
    const hidden = [...inner, ...findQuotes(site, element, dom, inner)];
    return firstValue({ dom, post: element, hidden, url }, site.fields.id, 200);
  } catch {
    return null;
  }
};

/** The handle of the person at the keyboard, from the page's frame, or undefined. */
export const readMe = (site: SiteDefinition, document: Document): string | undefined => {
  try {
    const dom = domOf(document);
    const root = dom.query(document, "body");
    return (root && firstValue({ dom, post: root, hidden: [] }, site.me, 200)) ?? undefined;
  } catch {
    return undefined;
  }
};
