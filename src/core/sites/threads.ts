import type { SiteDefinition } from "../vocab/site";
import { SPONSORED_WORDS } from "./facebook-words";
import { META_AI_INFO, META_NO_ALT, META_TICK } from "./meta-words";

/** A post's own link: the one that holds its time. */
const OWN_LINK = 'a[href*="/post/"]:has(time)';
const FORWARD = 'a[href*="l.threads.com"], a[href*="l.threads.net"], a[href*="l.instagram.com"]';
/** Around what looks like text but is not the author's: names, times, buttons, cards. */
const NOT_TEXT = `a, time, button, [role="button"], h1, h2`;
const HANDLE = ["/@{any}/post/**", "**threads.net/@{any}/post/**", "**threads.com/@{any}/post/**"];
const PROFILE = ["/@{any}**", "**threads.net/@{any}**", "**threads.com/@{any}**"];

/** Threads, on both of its domains. All class names are hashes; a post inside a post is a quote. */
export const threads: SiteDefinition = {
  format: 1,
  id: "threads",
  name: "Threads",
  version: 1,
  hosts: ["www.threads.com", "threads.com", "www.threads.net", "threads.net"],
  origins: ["https://www.threads.com/*", "https://www.threads.net/*"],
  surfaces: [
    { surface: "thread", paths: ["/@*/post/*", "/@*/post/*/**", "/t/*"] },
    { surface: "profile", paths: ["/@*", "/@*/*"] },
    { surface: "search", paths: ["/search", "/search/**"] },
    { surface: "notifications", paths: ["/activity", "/activity/**"] },
    { surface: "home", paths: ["/", "/for_you", "/following", "/custom_feed/**", "/saved", "/liked"] },
  ],
  roots: ["#barcelona-page-layout", '[role="main"]', "main", '[role="region"]', '[data-pagelet^="threads_"]'],
  anchors: ["#barcelona-page-layout", "body"],
  posts: [
    `[data-pressable-container="true"]:has(time, a[href*="/post/"])`,
    `[data-pressable-container]:has(time, a[href*="/post/"])`,
    `[role="article"]:has(a[href*="/post/"] time)`,
    `[data-pagelet^="threads_post_page_"]:has(a[href*="/@"])`,
    // As the server sends it to people without an account.
    `[role="region"]:has(a[href*="/@"][href*="/post/"])`,
  ],
  units: [{ act: "self" }],
  ignore: "video, abbr, [role='button'] span",
  watch: ["href", "datetime"],
  fields: {
    handle: [
      { select: OWN_LINK, attr: "href", match: HANDLE },
      { select: 'a[href*="/@"]', outside: 'a[href*="/post/"]', before: "time", attr: "href", match: PROFILE },
      { select: 'a[href*="/@"]', attr: "href", match: PROFILE },
    ],
    text: [
      // Segments of a text are spans in a span; labels ("Author") are bare.
      {
        select: 'span[dir="auto"]:has(> span)',
        outside: NOT_TEXT,
        after: "time",
        all: true,
        strip: '[role="button"]',
        blocks: "p, div",
      },
      {
        select: 'span[dir="auto"], div[dir="auto"]',
        outside: NOT_TEXT,
        after: "time",
        all: true,
        strip: '[role="button"]',
        blocks: "p, div",
      },
    ],
    permalink: [
      { select: OWN_LINK, at: 0, attr: "href" },
      { select: 'a[href*="/post/"]', at: 0, attr: "href" },
    ],
    id: [
      { select: OWN_LINK, attr: "href", match: ["**/post/{token}**"] },
      { select: 'a[href*="/post/"]', attr: "href", match: ["**/post/{token}**"] },
    ],
    time: [
      { select: `${OWN_LINK} time`, at: 0, attr: "datetime" },
      { select: "time", at: 0, attr: "datetime" },
    ],
    repostedBy: [
      {
        select: 'a[href*="/@"]',
        hasNot: "img",
        outside: 'a[href*="/post/"]',
        before: "img",
        attr: "href",
        match: PROFILE,
      },
    ],
  },
  quote: {
    find: [{ select: "[data-pressable-container]" }],
    handle: [
      { select: OWN_LINK, attr: "href", match: HANDLE },
      { select: 'a[href*="/@"]', attr: "href", match: PROFILE },
    ],
    // The whole of a quote may be one link.
    text: [
      { select: 'span[dir="auto"]:has(> span)', outside: 'time, [role="button"]', after: "time", all: true },
      {
        select: 'span[dir="auto"]',
        outside: 'time, [role="button"], a[href^="/@"]:not([href*="/post/"])',
        after: "time",
        all: true,
      },
    ],
  },
  media: [
    {
      kind: "image",
      find: [
        { select: "picture img", after: "time", outside: FORWARD },
        {
          select: "img",
          after: "time",
          outside: `${FORWARD}, a[href*="/@"]:not([href*="/post/"]), [role="button"]:not(:has(picture))`,
        },
      ],
      alt: "alt",
      noAlt: META_NO_ALT,
      url: "src",
    },
    { kind: "video", find: [{ select: "video" }] },
    { kind: "card", find: [{ select: `:is(${FORWARD}):has(img)` }], url: "href" },
  ],
  links: {
    find: [
      {
        select: `span[dir="auto"] :is(${FORWARD}), span[dir="auto"] a[href^="http"]:not([href*="threads.com/"]):not([href*="threads.net/"])`,
        after: "time",
      },
    ],
    shorteners: ["l.threads.com", "l.threads.net", "l.instagram.com"],
  },
  marks: {
    ad: [
      {
        select: "span",
        outside: "a[href*='/post/'], button",
        before: "picture, video",
        where: { match: SPONSORED_WORDS },
      },
      { select: 'a[href*="/ads/about"], a[href*="facebook.com/ads"]' },
    ],
    "declared-ai": [{ select: "span", outside: "a[href*='/post/']", where: { match: META_AI_INFO } }],
    // The line above the portrait names who passed it on.
    repost: [{ select: 'a[href*="/@"]', hasNot: "img", before: "img", outside: 'a[href*="/post/"]' }],
    // A thread's page: the first block holds the post, the others what follows it.
    reply: [{ closest: '[data-pagelet^="threads_post_page_"]:not([data-pagelet="threads_post_page_0"])' }],
    verified: [
      { select: "svg path", before: "time", where: { attr: "d", match: [META_TICK] } },
      { select: 'a[href*="/@"] svg[aria-label]', before: "time" },
    ],
  },
  me: [{ select: '#barcelona-header a[href^="/@"], nav a[href^="/@"]', attr: "href", match: ["/@{any}"] }],
  invariants: { of: 12, text: 0.4, author: 0.9, id: 0.6 },
};
