import type { SiteDefinition } from "../vocab/site";

/** What holds a post's attributes: its own element, or the one around a comment's words. */
const POST = "shreddit-post, shreddit-ad-post";
const COMMENT = "shreddit-comment, shreddit-profile-comment";
const AD = "shreddit-ad-post, shreddit-comments-page-ad";
const META = ':scope > [slot="commentMeta"]';
const CREDIT = ':scope > [slot="credit-bar"]';
const MEDIA = ':scope > [slot="post-media-container"]';
/** Old Reddit: a link's or a comment's frame. */
const THING = ".thing[data-fullname]";
const BLOCKS = "p, li, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, tr, hr, figure";

/** Reddit, new (web components with attributes) and old. The words of a comment stand beside its replies, not around them. */
export const reddit: SiteDefinition = {
  format: 1,
  id: "reddit",
  name: "Reddit",
  version: 1,
  hosts: [
    "www.reddit.com",
    "reddit.com",
    "old.reddit.com",
    "new.reddit.com",
    "sh.reddit.com",
    "np.reddit.com",
  ],
  origins: [
    "https://www.reddit.com/*",
    "https://old.reddit.com/*",
    "https://new.reddit.com/*",
    "https://sh.reddit.com/*",
  ],
  surfaces: [
    {
      surface: "thread",
      paths: [
        "/r/*/comments/**",
        "/comments/**",
        "/user/*/comments/*",
        "/user/*/comments/*/**",
        "/gallery/*",
        "/r/*/s/*",
      ],
    },
    { surface: "search", paths: ["/search", "/search/**", "/r/*/search", "/r/*/search/**", "/answers/**"] },
    { surface: "notifications", paths: ["/notifications", "/notifications/**", "/message/**"] },
    { surface: "home", paths: ["/user/*/m/*", "/user/*/m/*/**"] },
    { surface: "profile", paths: ["/user/*", "/user/*/**", "/u/*", "/u/*/**"] },
    {
      surface: "other",
      paths: ["/r/*/wiki", "/r/*/wiki/**", "/r/*/about/**", "/r/*/submit", "/settings/**", "/prefs/**"],
    },
    {
      surface: "home",
      paths: [
        "/",
        "/best",
        "/hot",
        "/new",
        "/top",
        "/rising",
        "/controversial",
        "/r/*",
        "/r/*/*",
        "/r/*/*/**",
        "/t/*",
      ],
    },
  ],
  roots: ["#main-content", "main", '.content[role="main"]', "#siteTable, .commentarea"],
  anchors: ["shreddit-app", ".grid-container", "body"],
  posts: [
    'shreddit-post, shreddit-ad-post, shreddit-comments-page-ad, shreddit-profile-comment, shreddit-comment > [slot="comment"]',
    ".thing.link, .thing.comment > .entry",
  ],
  // The inner part alone would leave a ghost; but a comment's frame holds the answers to it, which stay.
  units: [
    { closest: "article:has(> shreddit-post), article:has(> shreddit-profile-comment)" },
    { act: "self" },
  ],
  ignore:
    'rpl-action-bar, shreddit-comment-action-row, [slot="actionRow"], faceplate-number, faceplate-timeago, shreddit-player, .midcol',
  watch: ["permalink", "thingid", "author", "data-fullname"],
  fields: {
    handle: [
      { closest: `${COMMENT}, ${POST}`, attr: "author" },
      { closest: THING, attr: "data-author" },
      { select: "shreddit-post-overflow-menu, shreddit-overflow-menu", attr: "author-name" },
      {
        closest: "shreddit-comment",
        select: `${META} a[href*="/user/"]`,
        attr: "href",
        match: ["**/user/{any}**"],
      },
      { select: ".tagline a.author", at: 0 },
      // On a profile the comments do not say whose they are.
      { closest: "shreddit-profile-comment", page: true, match: ["**/user/{any}**", "**/u/{any}**"] },
      { closest: AD, select: 'a[href*="/user/"]', attr: "href", match: ["**/user/{any}**"] },
    ],
    text: [
      {
        closest: POST,
        select: ':scope > [slot="title"], :scope > [slot="text-body"]',
        all: true,
        strip: 'button, faceplate-screen-reader-content, [slot="see-more"], shreddit-async-loader',
        blocks: BLOCKS,
      },
      {
        closest: '[slot="comment"]',
        select: '[id^="t1_"][id$="-post-rtjson-content"]',
        at: 0,
        strip: "button",
        blocks: BLOCKS,
      },
      {
        closest: 'shreddit-comment > [slot="comment"]',
        strip: "button, faceplate-screen-reader-content",
        blocks: BLOCKS,
      },
      { closest: "shreddit-profile-comment", select: '[id$="-rtjson-content"], .md', at: -1, blocks: BLOCKS },
      { closest: "shreddit-comments-page-ad", select: '[slot="headline"], [slot="title"], h3', at: 0 },
      {
        closest: ".thing.link",
        select: ".entry a.title, .entry .usertext-body .md",
        all: true,
        blocks: BLOCKS,
      },
      { closest: ".thing.comment > .entry", select: ".usertext-body .md", at: 0, blocks: BLOCKS },
    ],
    lang: [{ closest: POST, attr: "post-language" }],
    permalink: [
      { closest: `${COMMENT}, ${POST}`, attr: "permalink" },
      { closest: "shreddit-profile-comment", attr: "href" },
      { closest: THING, attr: "data-permalink" },
      { select: "a.bylink, a.comments", attr: "href" },
    ],
    id: [
      { closest: POST, attr: "id", match: ["t3_*"] },
      { closest: "shreddit-comment", attr: "thingid" },
      { closest: "shreddit-profile-comment", attr: "comment-id" },
      { closest: "shreddit-comments-page-ad", attr: "post-id" },
      { closest: THING, attr: "data-fullname" },
    ],
    time: [
      { closest: POST, select: `${CREDIT} faceplate-timeago time`, at: 0, attr: "datetime" },
      { closest: "shreddit-comment", select: `${META} time`, at: 0, attr: "datetime" },
      { closest: POST, attr: "created-timestamp" },
      { closest: "shreddit-comment", attr: "created" },
      { closest: "shreddit-profile-comment", select: "faceplate-timeago time", at: 0, attr: "datetime" },
      { closest: THING, select: ":scope > .entry .tagline time", at: 0, attr: "datetime" },
      { select: ".tagline time", at: 0, attr: "datetime" },
      { closest: THING, attr: "data-timestamp", decode: "epoch" },
    ],
  },
  // What a crosspost shows is somebody else's.
  quote: {
    find: [{ closest: 'shreddit-post[post-type="crosspost"]', select: MEDIA }],
    handle: [{ select: '.crosspost-credit-bar a[href*="/user/"]', attr: "href", match: ["**/user/{any}**"] }],
    text: [{ select: ".crosspost-title, .md", all: true, blocks: BLOCKS }],
  },
  media: [
    {
      kind: "image",
      // Each picture has a blurred copy before it and one for the lightbox; their alt is "r/community - title".
      find: [
        {
          select: `${MEDIA} img:not([role="presentation"])`,
          outside: "zoomable-img, shreddit-player, shreddit-player-2, a[href^='/r/']",
        },
        { closest: '[slot="comment"]', select: "figure img" },
      ],
      url: "src",
    },
    {
      kind: "image",
      find: [{ closest: '.thing.link[data-domain="i.redd.it"], .thing.link[data-is-gallery="true"]' }],
      url: "data-url",
    },
    {
      kind: "video",
      find: [
        { select: `${MEDIA} shreddit-player, ${MEDIA} shreddit-player-2, ${MEDIA} shreddit-embed` },
        { closest: '.thing.link[data-domain="v.redd.it"]' },
      ],
    },
    {
      kind: "card",
      find: [{ closest: 'shreddit-post[post-type="link"]' }],
      url: "content-href",
    },
    {
      kind: "card",
      find: [
        {
          closest:
            '.thing.link:not(.self):not([data-domain^="self."]):not([data-domain$="redd.it"]):not([data-is-gallery="true"])',
        },
      ],
      url: "data-url",
    },
    { kind: "poll", find: [{ closest: 'shreddit-post[post-type="poll"]' }] },
  ],
  links: {
    find: [
      {
        select:
          '[id^="t1_"][id$="-rtjson-content"] a:not([slot])[href], [id^="t3_"][id$="-post-rtjson-content"] a:not([slot])[href], .usertext-body .md a[href]',
      },
    ],
  },
  marks: {
    ad: [{ closest: `${AD}, [promoted], .promotedlink, .thing[data-promoted="true"]` }],
    automated: [
      {
        closest: "shreddit-comment",
        select: `${META} [data-testid="bot-icon"], ${META} [data-testid="devvit-app-badge"]`,
      },
      {
        closest: POST,
        select: `${CREDIT} [data-testid="bot-icon"], ${CREDIT} [data-testid="devvit-app-badge"]`,
      },
      { handles: ["AutoModerator"] },
    ],
    pinned: [
      { closest: "shreddit-comment", select: `${META} shreddit-comment-badges[stickied]` },
      { closest: "shreddit-post[stickied], shreddit-post[pinned]" },
      { select: "shreddit-status-icons svg path", where: { attr: "d", match: ["M18.163 6.19**"] } },
      { closest: ".thing.link.stickied" },
      { select: ".tagline .stickied-tagline" },
    ],
    reply: [{ closest: "shreddit-comment, shreddit-profile-comment, .thing.comment" }],
    // Pages found by search engines: all words on them are a machine's translation.
    translated: [{ page: ["**?tl={any}**", "**&tl={any}**"] }],
  },
  me: [
    { select: '#header .user a[href*="/user/"]', attr: "href", match: ["**/user/{any}**"] },
    { select: '#user-drawer-content a[href*="/user/"]', attr: "href", match: ["**/user/{any}**"] },
  ],
  invariants: { of: 12, text: 0.6, author: 0.8, id: 0.9 },
};
