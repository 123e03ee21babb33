import type { SiteDefinition } from "../vocab/site";
import type { Surface } from "../vocab/surface";
import { splitAddress } from "./address";
import { bluesky } from "./bluesky";
import { facebook } from "./facebook";
import { hackerNews } from "./hacker-news";
import { lemmy } from "./lemmy";
import { mastodon } from "./mastodon";
import { linkedin } from "./linkedin";
import { youtube } from "./youtube";
import { threads } from "./threads";
import { instagram } from "./instagram";
import { tiktok } from "./tiktok";
import { matchFirst } from "./pattern";
import { substack } from "./substack";
import { tumblr } from "./tumblr";
import { reddit } from "./reddit";
import { x } from "./x";

/** Every site with hosts of its own that Winnow brings along. */
export const SITES: readonly SiteDefinition[] = [
  x,
  bluesky,
  reddit,
  linkedin,
  youtube,
  threads,
  hackerNews,
  facebook,
  instagram,
  tiktok,
  substack,
  tumblr,
];

/** Software that runs on anybody's host: its pages are recognised, and a host is asked for when the user wants it. */
export const RECOGNISED: readonly SiteDefinition[] = [mastodon, lemmy];

/** Whether a host is one of a site's own; `*.example.org` means any host below example.org. */
const isHostOf = (site: SiteDefinition, host: string): boolean =>
  site.hosts.some((own) => own === host || (own.startsWith("*.") && host.endsWith(own.slice(1))));

/** The site that an address belongs to by its host, or null. Never throws. */
export const siteForUrl = (url: string): SiteDefinition | null => {
  const address = splitAddress(url);
  return (address && SITES.find((site) => isHostOf(site, address.host))) ?? null;
};

/** Where on a site an address is; `other` if the site's data does not name it. */
export const surfaceOf = (site: SiteDefinition, url: string): Surface => {
  const address = splitAddress(url);
  if (!address) return "other";
  const path = address.path.length > 1 ? address.path.replace(/\/$/, "") : address.path;
  return site.surfaces.find(({ paths }) => matchFirst(paths, path) !== null)?.surface ?? "other";
};
