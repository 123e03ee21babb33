import type { SiteDefinition } from "../vocab/site";

const COMMENT = 'article[id^="comment-"], div.comment-node[id^="comment-"]';
const TITLE = ".post-title a:not(.btn), .post-name a";
const PERSON = 'a[href*="/u/"]';

/** "{any}" is a name, or a name with its server. */
const ACCT = ["@{any}"];
const ACCT_LINKS = ["**/u/{any}"];
const POST_LINKS = ["**/post/{digits}**"];

const BOT = ["bot", "бот", "ボット", "机器人", "機器人", "로봇", "봇", "μποτ", "בוט"];

const BLOCKS = "p, li, ul, ol, blockquote, pre, h1, h2, h3, h4, h5, h6, tr, details";
/** Emoji are the author's words; a picture's description is not among them. */
const NOT_TEXT = 'img:not([class*="emoji"]), button, .badge, svg';

/**
 * Lemmy's own page (lemmy-ui), on any host. The server writes it whole; nothing is virtualised. A
 * comment's article does not hold its answers: they stand in a list next to it, and stay readable.
 */
export const lemmy: SiteDefinition = {
  format: 1,
  id: "lemmy",
  name: "Lemmy",
  version: 1,
  hosts: [],
  recognise: [
    "#app.lemmy-site",
    ".lemmy-site .post-listing",
    "#root #app .post-listing",
    "#root #app article.comment-node",
    'html:has(.post-listing) a[href*="join-lemmy.org"]',
    'html:has(.comment-node[id^="comment-"]) a[href*="join-lemmy.org"]',
  ],
  origins: [],
  surfaces: [
    { surface: "home", paths: ["/", "/home", "/home/**", "/c/*", "/m/*", "/multi_c/*"] },
    { surface: "thread", paths: ["/post/*", "/post/**", "/comment/*", "/c/*/p/**"] },
    { surface: "profile", paths: ["/u/*", "/u/*/**"] },
    { surface: "search", paths: ["/search", "/search/**"] },
    { surface: "notifications", paths: ["/inbox", "/notifications", "/private_messages"] },
  ],
  roots: ["#app main", "#app", "#root", "body"],
  anchors: ["#app", "#root", "body"],
  posts: [`.post-listing, ${COMMENT}`, '[id^="post-listing-"], [id^="comment-"].comment'],
  units: [{ act: "self" }],
  ignore: ".vote-bar, .unselectable, .moment-time",
  watch: ["id", "href"],
  fields: {
    handle: [
      { select: PERSON, outside: ".md-div, .dropdown-menu", attr: "title", match: ACCT },
      { select: PERSON, outside: ".md-div, .dropdown-menu", attr: "href", match: ACCT_LINKS },
      { select: ".person-listing", match: [...ACCT, "{any}"] },
    ],
    name: [
      { select: `${PERSON} > span`, outside: ".md-div, .dropdown-menu, .badge", strip: "img, .badge" },
      { select: PERSON, outside: ".md-div, .dropdown-menu", strip: "img, .badge" },
    ],
    text: [
      // A title and what stands below it. Narrow and wide pages hold the title once each.
      {
        select: `${TITLE}, #postContent .md-div, .post-listing .md-div, .comment-content .md-div, .comment-content pre`,
        outside: ".crossposts, .dropdown-menu, .card-text, .post-metadata-card",
        all: true,
        strip: NOT_TEXT,
        blocks: BLOCKS,
      },
      { select: ".md-div", outside: ".card-text", at: 0, strip: NOT_TEXT, blocks: BLOCKS },
      { select: "pre", at: 0 },
      { select: ".post-title h1, .post-name, h1, h5", at: 0, strip: `${NOT_TEXT}, small` },
    ],
    lang: [{ select: ".md-div[lang], .post-title [lang]", attr: "lang" }],
    permalink: [
      {
        closest: '[id^="comment-"]',
        select: 'a[href*="/comment/"]',
        outside: ".md-div, .dropdown-menu",
        at: 0,
        attr: "href",
      },
      { closest: '[id^="comment-"]', attr: "id", match: ["comment-{digits}"], form: "/comment/{}" },
      {
        select: '.post-title a[href*="/post/"], .post-name a[href*="/post/"]',
        attr: "href",
        match: POST_LINKS,
        form: "/post/{}",
      },
      {
        select: 'a[href*="/post/"]',
        outside: ".md-div, .crossposts, .dropdown-menu",
        attr: "href",
        match: POST_LINKS,
        form: "/post/{}",
      },
      { closest: ".post", page: true, match: POST_LINKS, form: "/post/{}" },
      { closest: "body", page: true, match: POST_LINKS, form: "/post/{}" },
    ],
    id: [
      { closest: '[id^="comment-"]', attr: "id", match: ["comment-*"] },
      { attr: "id", match: ["post-listing-{digits}"], form: "post-{}" },
      {
        select: '.post-title a[href*="/post/"], .post-name a[href*="/post/"]',
        attr: "href",
        match: POST_LINKS,
        form: "post-{}",
      },
      {
        select: 'a[href*="/post/"]',
        outside: ".md-div, .crossposts, .dropdown-menu",
        attr: "href",
        match: POST_LINKS,
        form: "post-{}",
      },
      { closest: "body", page: true, match: POST_LINKS, form: "post-{}" },
    ],
    time: [
      { select: "time[datetime]", attr: "datetime" },
      // Only the date in words is there; read where the page is English.
      {
        select: ".moment-time",
        hasNot: "svg, .icon",
        outside: ".md-div",
        at: 0,
        attr: "data-tippy-content",
        decode: "english-time",
      },
    ],
  },
  media: [
    {
      kind: "image",
      find: [
        {
          select: "picture img, img.img-expanded, .thumbnail img, .md-div img",
          outside: `${PERSON}, a[href*="/c/"], .person-listing, .community-link, [class*="emoji"], .img-icon`,
        },
      ],
      alt: "alt",
      url: "src",
    },
    { kind: "video", find: [{ select: "video, iframe.post-metadata-iframe" }] },
    {
      kind: "card",
      find: [{ select: ".card .card-title a", at: 0 }, { select: ".post-metadata-card" }],
      url: "href",
    },
  ],
  links: {
    find: [
      {
        select: '.post-title ~ * a[rel*="nofollow"], .post-title a[rel*="nofollow"], .post-name a[href]',
        where: { attr: "href", match: ["http**"] },
        outside: '[href*="/post/"]',
      },
      {
        select: 'a[rel*="nofollow"]',
        outside: `.md-div, .thumbnail, ${PERSON}`,
        where: { attr: "href", match: ["http**"] },
      },
      { select: ".md-div a[href]", outside: ".card-text", where: { attr: "href", match: ["http**"] } },
    ],
  },
  marks: {
    // "bot account", in the site's languages.
    automated: [
      ...BOT.map((word) => ({
        select: `.badge[aria-label*="${word}" i], .badge[data-tippy-content*="${word}" i]`,
        outside: ".md-div",
      })),
      { select: ".badge", outside: ".md-div", where: { match: BOT.map((word) => `**${word}**`) } },
    ],
    pinned: [
      {
        select: ".post-title use, .post-name ~ * use, small use",
        outside: "button, .dropdown, .dropdown-menu, .btn",
        where: { attr: "xlink:href", match: ["**#icon-pin"] },
      },
    ],
    reply: [{ closest: '[id^="comment-"]' }],
  },
  me: [{ select: '#navbar a[href*="/u/"], .navbar a[href*="/u/"]', attr: "href", match: ACCT_LINKS }],
  invariants: { of: 8, text: 0.8, author: 0.8, id: 0.8 },
};
