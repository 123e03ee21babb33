import type { SiteDefinition } from "../vocab/site";

/** Classes end in a hash of each deploy; what stands before the hyphen lasts. */
const BODY = '.FeedProseMirror, [class*="feedCommentBodyInner"]';
const CONTEXT = '[class*="contextRow"], [class*="ContextRow"]';
const NOTE = `:has(${BODY})`;

const BLOCKS = "p, li, ul, ol, blockquote, pre, h1, h2, h3, h4";

const PROFILES = ["https://substack.com/@{any}**", "/@{any}**", "https://*/@{any}**"];

/** Substack Notes, on substack.com and on publications' own pages of notes. */
export const substack: SiteDefinition = {
  format: 1,
  id: "substack",
  name: "Substack Notes",
  version: 1,
  hosts: ["substack.com", "www.substack.com", "*.substack.com"],
  origins: ["https://substack.com/*"],
  surfaces: [
    {
      surface: "home",
      paths: ["/", "/home", "/home/**", "/notes", "/inbox", "/subscriptions", "/browse/**"],
    },
    {
      surface: "thread",
      paths: ["/@*/note/*", "/profile/*/note/*", "/note/*", "/notes/post/*", "/chat/**", "/@*/p-*"],
    },
    { surface: "profile", paths: ["/@*", "/@*/**", "/profile/*", "/profile/*/**"] },
    { surface: "search", paths: ["/search", "/search/**", "/explore", "/discover**"] },
    { surface: "notifications", paths: ["/activity", "/activity/**"] },
  ],
  roots: ["#entry", "main", "body"],
  anchors: ["#entry", "body"],
  posts: [
    `div[role="article"]${NOTE}`,
    `[class*="feedPermalinkUnit"]${NOTE}, [class*="feedItem-"]${NOTE}`,
    `[class*="feedUnit-"]${NOTE}`,
    `[class*="feedCommentBody-"]`,
  ],
  units: [{ closest: '[class*="feedItem-"]' }, { closest: '[class*="feedUnit-"]' }, { act: "self" }],
  ignore: 'button, time, [class*="engagement"]',
  watch: ["href", "datetime"],
  fields: {
    handle: [
      {
        select: '[class*="weight-medium"] a[href*="/@"]',
        outside: `${BODY}, ${CONTEXT}`,
        attr: "href",
        match: PROFILES,
      },
      { select: 'a[href*="/@"]', outside: `${BODY}, ${CONTEXT}`, attr: "href", match: PROFILES },
      {
        select: 'a[href*="/profile/"]',
        outside: `${BODY}, ${CONTEXT}`,
        attr: "href",
        match: ["**/profile/{token}**"],
      },
    ],
    name: [
      {
        select: '[class*="weight-medium"] a[href*="/@"]',
        outside: `${BODY}, ${CONTEXT}`,
        strip: "img, picture, svg",
      },
      {
        select: 'a[href*="/@"]:not([href*="/note/"])',
        outside: `${BODY}, ${CONTEXT}`,
        strip: "img, picture, svg",
      },
      { select: 'a[href*="/profile/"]', outside: `${BODY}, ${CONTEXT}`, strip: "img, picture, svg" },
    ],
    text: [
      { select: ".FeedProseMirror", at: 0, strip: "button", blocks: BLOCKS },
      {
        select: '[class*="feedCommentBodyInner"]',
        at: 0,
        strip: 'button, [class*="seeMore"]',
        blocks: BLOCKS,
      },
      { select: '[class*="feedCommentBody-"]', at: 0, strip: 'button, [class*="seeMore"]', blocks: BLOCKS },
    ],
    lang: [{ select: ".FeedProseMirror[lang]", attr: "lang" }],
    permalink: [
      {
        select: 'a[href*="/note/"]:has(time), a[href*="/note/"][title]',
        outside: `${BODY}, ${CONTEXT}`,
        attr: "href",
      },
      { select: 'a[href*="/note/c-"]', outside: `${BODY}, ${CONTEXT}`, at: 0, attr: "href" },
      { closest: '[class*="feedPermalinkUnit"]', page: true },
    ],
    id: [
      {
        select: 'a[href*="/note/"]:has(time), a[href*="/note/"][title]',
        outside: `${BODY}, ${CONTEXT}`,
        attr: "href",
        match: ["**/note/c-{digits}**", "**/note/p-{digits}**"],
      },
      {
        select: 'a[href*="/note/c-"]',
        outside: `${BODY}, ${CONTEXT}`,
        attr: "href",
        match: ["**/note/c-{digits}**"],
      },
      { attr: "id", match: ["comment-{digits}"] },
      { closest: '[class*="feedPermalinkUnit"]', page: true, match: ["**/note/c-{digits}**"] },
    ],
    time: [
      { select: "time[datetime]", outside: BODY, at: 0, attr: "datetime" },
      { select: 'a[href*="/note/"][title]', outside: BODY, attr: "title", decode: "english-time" },
      { select: "a[title], span[title]", outside: BODY, attr: "title", decode: "english-time" },
    ],
    repostedBy: [
      {
        closest: '[class*="feedItem-"]',
        select: `:is(${CONTEXT}) a[href*="/@"]`,
        attr: "href",
        match: PROFILES,
      },
      { select: `:is(${CONTEXT}) a[href*="/@"]`, attr: "href", match: PROFILES },
      { closest: '[class*="feedItem-"]', select: `:is(${CONTEXT}) a` },
    ],
  },
  quote: {
    find: [{ select: '[role="article"]' }, { select: `a[href]${NOTE}, [class*="ttachment"]${NOTE}` }],
    handle: [{ select: 'a[href*="/@"]', attr: "href", match: PROFILES }],
    name: [{ select: '[class*="weight-medium"]' }, { select: 'a[href*="/@"]', strip: "img, picture, svg" }],
    text: [{ select: BODY, at: 0, strip: "button", blocks: BLOCKS }],
  },
  media: [
    {
      kind: "image",
      find: [
        { select: '[class*="imageGrid"] img, [class*="imageCarousel"] img' },
        {
          select: '[class*="image-"] img, [class*="imageContainer"] img',
          outside: 'a[href*="/@"], [class*="avatar"]',
        },
      ],
      alt: "alt",
      noAlt: ["Image"],
      url: "src",
    },
    { kind: "video", find: [{ select: "video, [class*='youtube-'] iframe, [class*='videoPlayer']" }] },
    {
      kind: "card",
      find: [{ select: 'a[class*="postAttachment"], a[class*="attachment-"], a[class*="linkAttachment"]' }],
      url: "href",
    },
    { kind: "poll", find: [{ select: '[class*="poll-"]' }] },
  ],
  links: {
    find: [
      {
        select: ".FeedProseMirror a[href], [class*='feedCommentBodyInner'] a[href]",
        outside: '[class*="mention"]',
        where: { attr: "href", match: ["http**"] },
      },
    ],
  },
  marks: {
    reply: [
      { surfaces: ["thread"], newer: "/@*/note/c-{digits}" },
      { surfaces: ["thread"], newer: "/profile/*/note/c-{digits}" },
    ],
    repost: [
      { closest: '[class*="feedItem-"]', select: CONTEXT, has: 'a[href*="/@"], a[href*="/profile/"]' },
      { select: CONTEXT, has: 'a[href*="/@"]' },
    ],
    truncated: [{ select: '[class*="seeMore"]', outside: BODY }, { select: '[class*="seeMore"]' }],
    pinned: [{ select: 'svg.lucide-pin, [class*="pinned"]', outside: BODY }],
    verified: [{ select: '[class*="verified"], svg[class*="badge"]', outside: BODY }],
  },
  me: [{ select: 'nav a[href*="/@"], [role="navigation"] a[href*="/@"]', attr: "href", match: PROFILES }],
  invariants: { of: 8, text: 0.4, author: 0.8 },
};
