import type { SiteDefinition } from "../vocab/site";
import { SPONSORED_LETTERS, SPONSORED_WORDS } from "./facebook-words";

const AUTHOR = '[data-ad-rendering-role="profile_name"]';
/** Named for ads, and on ordinary posts too. */
const MESSAGE =
  '[data-ad-rendering-role="story_message"], [data-ad-comet-preview="message"], [data-ad-preview="message"]';
const inMessage = (part: string): string =>
  MESSAGE.split(", ")
    .map((message) => `${message} ${part}`)
    .join(", ");

const SLOT = "[data-virtualized]";
const ARTICLE = '[role="article"]';
/** A comment: an article that is labelled, and links to itself by number. */
const COMMENT = `${ARTICLE}[aria-label]:has(a[href*="comment_id="]):not(:has(${AUTHOR}))`;

/** Nodes without meaning that are put between what is read, screen-reader doubles, buttons ("See more"). */
const NOT_TEXT =
  '[data-0], [aria-hidden="true"], [role="button"], canvas, object, blockquote[class*="html-blockquote"]';
const BLOCKS = 'div[dir="auto"], p, li, ul, ol, h1, h2, h3, h4, blockquote';
/** A card with made-up words that is never shown. */
const DECOY =
  '[data-ad-rendering-role="meta"], [data-ad-rendering-role="title"], [data-ad-rendering-role="description"]';

const PROFILES = [
  "**/profile.php?id={digits}**",
  "**/people/*/{digits}**",
  "**/user/{digits}**",
  "https://www.facebook.com/{any}",
  "https://www.facebook.com/{any}/",
  "https://www.facebook.com/{any}?**",
  "https://www.facebook.com/{any}/?**",
  "/{any}",
  "/{any}/",
  "/{any}?**",
];

const COMMENT_LINKS = [
  "**/posts/**",
  "**/permalink/**",
  "**/permalink.php**",
  "**/photo**",
  "**/videos/**",
  "**/reel/**",
  "**/groups/**",
];

const POST_LINK =
  'a[href*="/posts/"], a[href*="/permalink/"], a[href*="story_fbid="], a[href*="/permalink.php"], a[href*="multi_permalinks="]';
const MEDIA_LINK = 'a[href*="/videos/"], a[href*="/reel/"], a[href*="/watch/?v="]';

/**
 * Facebook. Classes change with each deploy. The list is virtual: a slot far away is emptied and keeps
 * its height, so the slot itself is left alone.
 */
export const facebook: SiteDefinition = {
  format: 1,
  id: "facebook",
  name: "Facebook",
  version: 1,
  hosts: ["www.facebook.com", "facebook.com", "web.facebook.com", "m.facebook.com"],
  origins: ["https://www.facebook.com/*", "https://web.facebook.com/*"],
  surfaces: [
    {
      surface: "home",
      paths: ["/", "/home.php", "/groups/feed", "/groups/*", "/events", "/events/**", "/watch", "/watch/**"],
    },
    { surface: "search", paths: ["/search/**", "/hashtag/*"] },
    { surface: "notifications", paths: ["/notifications", "/notifications/**"] },
    {
      surface: "thread",
      paths: [
        "/*/posts/**",
        "/permalink.php",
        "/story.php",
        "/groups/*/posts/**",
        "/groups/*/permalink/**",
        "/photo",
        "/photo.php",
        "/photo/**",
        "/*/photos/**",
        "/*/videos/**",
        "/reel/**",
      ],
    },
    {
      surface: "other",
      paths: ["/messages/**", "/marketplace/**", "/settings/**", "/friends/**", "/gaming/**"],
    },
    { surface: "profile", paths: ["/profile.php", "/people/**", "/*"] },
  ],
  roots: ['[id^="mount_"]', "body"],
  anchors: ["body"],
  nested: true,
  posts: [
    [
      `${SLOT}:has(${AUTHOR}):not(:has(${SLOT}))`,
      COMMENT,
      `${ARTICLE}:has(${AUTHOR}):not(${SLOT} *, ${ARTICLE} *):not(:has(${SLOT}))`,
      `[aria-posinset]:has(${AUTHOR}):not(${SLOT} *):not(:has(${SLOT}, ${ARTICLE}:not([aria-label])))`,
    ].join(", "),
    `${ARTICLE}:has(${MESSAGE}):not(${ARTICLE} *), [data-pagelet^="FeedUnit_"]:has(${MESSAGE})`,
    `[role="feed"] > div:has(${MESSAGE})`,
  ],
  units: [
    { closest: `${ARTICLE}[aria-label]:not(:has(${AUTHOR}))` },
    { closest: SLOT, act: "first-child" },
    { closest: `[aria-posinset]`, act: "first-child" },
    { act: "self" },
  ],
  ignore: 'video, [role="toolbar"], [aria-label="Video player"]',
  watch: ["href"],
  fields: {
    handle: [
      // In a group's post the heading names the group, and the line below it the author.
      { select: 'a[href*="/user/"]', before: MESSAGE, at: 0, attr: "href", match: PROFILES },
      { select: `${AUTHOR} a[href]`, attr: "href", match: PROFILES },
      { closest: `${ARTICLE}[aria-label]`, select: "a[href]:has([dir])", attr: "href", match: PROFILES },
      { select: "h2 a[href], h3 a[href], h4 a[href]", attr: "href", match: PROFILES },
      // Better a name than nobody: some links lead nowhere until they are pointed at.
      { select: `${AUTHOR} a`, at: 0 },
      { select: "h2 strong, h3 strong, h4 strong", at: 0 },
    ],
    name: [
      { select: 'a[href*="/user/"]', before: MESSAGE, strip: "img, svg, image" },
      { select: `${AUTHOR} a[role="link"] b, ${AUTHOR} a[role="link"] strong`, at: 0 },
      { select: `${AUTHOR} a`, strip: '[role="button"], svg' },
      { closest: `${ARTICLE}[aria-label]`, select: "a[href] [dir]", at: 0 },
      { select: AUTHOR, strip: '[role="button"], svg' },
      { select: "h2 a strong, h3 a strong, h4 a strong, h2 a, h3 a, h4 a", at: 0 },
    ],
    text: [
      { select: '[data-ad-rendering-role="story_message"]', at: 0, strip: NOT_TEXT, blocks: BLOCKS },
      { select: MESSAGE, at: 0, strip: NOT_TEXT, blocks: BLOCKS },
      {
        closest: `${ARTICLE}[aria-label]`,
        select: 'span[dir="auto"]:has(div[dir="auto"])',
        outside: "a",
        at: 0,
        strip: NOT_TEXT,
        blocks: BLOCKS,
      },
      {
        closest: `${ARTICLE}[aria-label]`,
        select: 'div[dir="auto"]',
        outside: `a, [role="button"], ${ARTICLE} ${ARTICLE}`,
        all: true,
        strip: NOT_TEXT,
        blocks: BLOCKS,
      },
      // Large letters on a coloured ground have no name.
      {
        select: 'div[dir="auto"]',
        outside: `${AUTHOR}, ${DECOY}, a, [role="button"], [data-0], [aria-hidden="true"], h2, h3, h4`,
        all: true,
        strip: NOT_TEXT,
        blocks: BLOCKS,
      },
    ],
    permalink: [
      // The time of a comment links to it; its author's link carries the number too.
      {
        select: 'a[href*="comment_id="]',
        where: { attr: "href", match: COMMENT_LINKS },
        at: 0,
        attr: "href",
      },
      { select: 'a[href*="comment_id="]', at: 0, attr: "href" },
      { select: POST_LINK, outside: inMessage(""), at: 0, attr: "href" },
      { select: MEDIA_LINK, outside: inMessage(""), at: 0, attr: "href" },
      { select: 'a[href*="set=pcb."]', at: 0, attr: "href", match: ["**set=pcb.{digits}**"], form: "/{}" },
    ],
    id: [
      {
        select: 'a[href*="reply_comment_id="]',
        at: 0,
        attr: "href",
        match: ["**reply_comment_id={digits}**"],
      },
      { select: 'a[href*="comment_id="]', at: 0, attr: "href", match: ["**comment_id={token}**"] },
      {
        select: POST_LINK,
        outside: inMessage(""),
        attr: "href",
        match: [
          "**/posts/{token}**",
          "**/permalink/{digits}**",
          "**story_fbid={token}**",
          "**multi_permalinks={digits}**",
        ],
      },
      // No link of its own before it is pointed at; the pictures know the post's number.
      { select: 'a[href*="set=pcb."]', at: 0, attr: "href", match: ["**set=pcb.{digits}**"] },
      {
        select: MEDIA_LINK,
        outside: inMessage(""),
        attr: "href",
        match: ["**/videos/{digits}**", "**/reel/{digits}**", "**v={digits}**"],
      },
      {
        select: 'a[href*="fbid="]',
        outside: inMessage(""),
        at: 0,
        attr: "href",
        match: ["**fbid={digits}**"],
      },
    ],
    time: [
      { select: "abbr[data-utime]", at: 0, attr: "data-utime", decode: "epoch" },
      { select: "time[datetime]", at: 0, attr: "datetime" },
    ],
  },
  quote: {
    // A shared post: the branch that holds a second name, next to the one that holds the first.
    find: [{ select: `div:has(${AUTHOR}) ~ div:has(${AUTHOR})` }],
    handle: [
      { select: `${AUTHOR} a[href]`, attr: "href", match: PROFILES },
      { select: `${AUTHOR} a`, at: 0 },
    ],
    name: [{ select: `${AUTHOR} a`, strip: '[role="button"], svg' }],
    text: [{ select: MESSAGE, at: 0, strip: NOT_TEXT, blocks: BLOCKS }],
  },
  media: [
    {
      kind: "image",
      // The description is the site's guess ("May be an image of"), not the author's.
      find: [
        {
          select: 'a[href*="/photo"] img, a[href*="fbid="] img',
          outside: `${DECOY}, ${AUTHOR}, [aria-hidden="true"]`,
        },
      ],
      url: "src",
    },
    { kind: "video", find: [{ select: "[data-ad-video]" }, { select: "video" }] },
  ],
  links: {
    find: [
      {
        select: inMessage("a[href]"),
        outside: '[href*="facebook.com/hashtag/"], [role="button"]',
        where: { attr: "href", match: ["http**"] },
      },
      { closest: `${ARTICLE}[aria-label]`, select: 'div[dir="auto"] a[href*="l.facebook.com/"]' },
    ],
    shorteners: ["l.facebook.com", "lm.facebook.com"],
  },
  marks: {
    ad: [
      { select: 'a[href*="/ads/about"]' },
      // Only the letters that are shown count: those of "Sponsored" are among the decoys of every post.
      {
        select: 'a [style*="flex"]',
        before: MESSAGE,
        where: { read: "letters", match: SPONSORED_LETTERS },
      },
      { select: "a [aria-labelledby]", where: { read: "labelled", match: SPONSORED_WORDS } },
      { select: "a[aria-label]", before: MESSAGE, where: { attr: "aria-label", match: SPONSORED_WORDS } },
      { select: "a svg", before: MESSAGE, where: { read: "labelled", match: SPONSORED_WORDS } },
      {
        select: 'a[href*="__cft__"]',
        where: { attr: "href", match: ["**__cft__[0]={token}**", "**__cft__%5B0%5D={token}**"], longer: 290 },
      },
    ],
    reply: [{ select: 'a[href*="comment_id="]', at: 0 }],
    truncated: [{ select: inMessage('[role="button"]') }],
    verified: [{ select: `${AUTHOR} svg[title], ${AUTHOR} svg[aria-label]` }],
  },
  me: [{ select: '[role="navigation"] a[href*="/profile.php?id="]', attr: "href", match: PROFILES }],
  invariants: { of: 10, text: 0.3, author: 0.8 },
};
