import { RECOGNISED } from "../../core/sites";
import type { SiteDefinition } from "../../core/vocab/site";
import { domOf } from "./dom";

/** The site whose software made this page, for software that runs on any host (Mastodon, Lemmy); or null. Never throws. */
export const recogniseSite = (document: Document): SiteDefinition | null => {
  try {
    const dom = domOf(document);
    return (
      RECOGNISED.find(({ recognise }) => recognise?.some((selector) => dom.query(document, selector))) ?? null
    );
  } catch {
    return null;
  }
};
