import type { SiteDefinition } from "../vocab/site";
import { SPONSORED_WORDS } from "./facebook-words";
import { META_AI_INFO, META_NO_ALT, META_TICK } from "./meta-words";

const OWN_LINK = 'a:is([href*="/p/"], [href*="/reel/"], [href*="/reels/"]):has(time)';
const ANY_LINK = 'a:is([href*="/p/"], [href*="/reel/"], [href*="/reels/"])';
/** A comment's time links to the comment. */
const COMMENT = 'li:has(a[href*="/c/"] time)';
const PROFILE = ["/{any}/", "/{any}", "https://www.instagram.com/{any}/", "https://www.instagram.com/{any}"];
const CODE = ["**/p/{token}**", "**/reel/{token}**", "**/reels/{token}**"];
const NOT_TEXT = 'a, section, time, button, h2, h3, [role="button"]';

/** Instagram: captions of the feed, and comments where they are list items. Posts leave the page when far away. */
export const instagram: SiteDefinition = {
  format: 1,
  id: "instagram",
  name: "Instagram",
  version: 1,
  hosts: ["www.instagram.com", "instagram.com"],
  origins: ["https://www.instagram.com/*"],
  surfaces: [
    { surface: "home", paths: ["/", "/reels", "/reels/**"] },
    { surface: "thread", paths: ["/p/**", "/reel/**", "/*/p/**", "/*/reel/**"] },
    { surface: "search", paths: ["/explore", "/explore/**"] },
    { surface: "other", paths: ["/direct/**", "/stories/**", "/accounts/**", "/notifications/**"] },
    { surface: "profile", paths: ["/*", "/*/*"] },
  ],
  roots: ['[role="main"]', "main", "body"],
  anchors: ["main", "body"],
  posts: [`article, ${COMMENT}`],
  nested: true,
  // The list measures the articles, and keeps their heights when they leave.
  units: [
    { closest: "li:has(a[href*='/c/'] time)" },
    { closest: "article", act: "first-child" },
    { act: "self" },
  ],
  ignore: 'video, section, [data-visualcompletion^="ignore"]',
  watch: ["href", "datetime"],
  fields: {
    handle: [
      { select: "h2 a[href], h3 a[href]", at: 0, attr: "href", match: PROFILE },
      { select: "a[href]", before: "time", attr: "href", match: PROFILE },
      { select: "a[href]", outside: "section", attr: "href", match: PROFILE },
    ],
    text: [
      { closest: COMMENT, select: "._a9zs", at: 0, strip: '[role="button"]' },
      // After the row of buttons; before it are names, places and sounds.
      {
        closest: "article:has(section), li",
        select: 'span[dir="auto"]',
        after: "section",
        outside: NOT_TEXT,
        at: 0,
        strip: '[role="button"]',
      },
      { select: "h1", at: 0 },
    ],
    permalink: [
      { closest: COMMENT, select: 'a[href*="/c/"]', at: 0, attr: "href" },
      { select: OWN_LINK, at: 0, attr: "href" },
      { select: ANY_LINK, outside: 'a[href*="/liked_by"]', at: 0, attr: "href" },
    ],
    id: [
      { closest: COMMENT, select: 'a[href*="/c/"]', attr: "href", match: ["**/c/{digits}**"] },
      { select: OWN_LINK, attr: "href", match: CODE },
      { select: ANY_LINK, attr: "href", match: CODE },
    ],
    time: [
      { select: `${OWN_LINK} time`, at: 0, attr: "datetime" },
      { select: "time", at: 0, attr: "datetime" },
    ],
  },
  media: [
    {
      kind: "image",
      find: [
        { select: "._aagv img" },
        { select: "img", outside: `header, section, li:has(time), [role="link"], a:not(${ANY_LINK})` },
      ],
      alt: "alt",
      noAlt: META_NO_ALT,
      url: "src",
    },
    { kind: "video", find: [{ select: "video" }] },
  ],
  marks: {
    ad: [
      { select: 'a[href^="https://www.facebook.com/ads/"], a[href*="/ads/about"]' },
      { select: "span", before: "section", outside: "section", where: { match: SPONSORED_WORDS } },
    ],
    "declared-ai": [
      { select: "span", before: "section", outside: "section", where: { match: META_AI_INFO } },
    ],
    reply: [{ closest: COMMENT }],
    // "… more" stands inside the caption.
    truncated: [{ select: 'span[dir="auto"] [role="button"]', after: "section", outside: "section" }],
    verified: [
      { select: "svg path", before: "section", where: { attr: "d", match: [META_TICK] } },
      { select: 'svg[aria-label="Verified"]', before: "section" },
    ],
  },
  me: [],
  invariants: { of: 12, author: 0.8, id: 0.6 },
};
