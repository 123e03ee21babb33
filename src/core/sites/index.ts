import type { SiteDefinition } from "../vocab/site";
import type { Surface } from "../vocab/surface";
import { splitAddress } from "./address";
import { matchFirst } from "./pattern";
import { x } from "./x";

/** Every site that Winnow brings along. */
export const SITES: readonly SiteDefinition[] = [x];

/** The site that an address belongs to, or null. Never throws. */
export const siteForUrl = (url: string): SiteDefinition | null => {
  const address = splitAddress(url);
  return (address && SITES.find((site) => site.hosts.includes(address.host))) ?? null;
};

/** Where on a site an address is; `other` if the site's data does not name it. */
export const surfaceOf = (site: SiteDefinition, url: string): Surface => {
  const address = splitAddress(url);
  if (!address) return "other";
  const path = address.path.length > 1 ? address.path.replace(/\/$/, "") : address.path;
  return site.surfaces.find(({ paths }) => matchFirst(paths, path) !== null)?.surface ?? "other";
};
