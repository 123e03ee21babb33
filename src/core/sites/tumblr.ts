import type { SiteDefinition } from "../vocab/site";

/** One who added to a post: a line with the picture and name, right before what was added. */
const LINE = 'div[role="link"]';
const ADDED = `article span:has(> div > ${LINE})`;
const HEADER = "article header";

const BLOCKS = "p, li, ul, ol, blockquote, pre, h1, h2, h3, h4";
const NOT_TEXT = `figure, button, svg, footer, header, ${LINE}, a[href*="/tagged/"]`;

const BLOG = [
  "https://www.tumblr.com/blog/view/{token}**",
  "https://www.tumblr.com/blog/{token}**",
  "https://www.tumblr.com/{token}**",
  "https://{token}.tumblr.com**",
  "/blog/view/{token}**",
  "/blog/{token}**",
  "/{token}**",
];
const POSTS = [
  "https://www.tumblr.com/*/{digits}**",
  "https://{token}.tumblr.com/post/{digits}**",
  "/*/{digits}**",
];

/**
 * Tumblr's dashboard, tags and blog pages (not blogs with a theme of their own). Its classes are
 * hashes; what lasts is the nesting. A reblog holds what each blog added: the words read are those of
 * the last one, and what stood before them is quoted.
 */
export const tumblr: SiteDefinition = {
  format: 1,
  id: "tumblr",
  name: "Tumblr",
  version: 1,
  hosts: ["www.tumblr.com", "tumblr.com"],
  origins: ["https://www.tumblr.com/*"],
  surfaces: [
    { surface: "home", paths: ["/", "/dashboard", "/dashboard/**", "/likes", "/communities/**"] },
    { surface: "search", paths: ["/search/**", "/tagged/*", "/tagged/**", "/explore/**", "/explore"] },
    { surface: "notifications", paths: ["/activity", "/activity/**", "/inbox"] },
    { surface: "other", paths: ["/settings/**", "/following", "/followers", "/messages/**", "/new/**"] },
    {
      surface: "thread",
      paths: ["/*/{digits}", "/*/{digits}/**", "/blog/view/*/{digits}**", "/*/post/{digits}**"],
    },
    { surface: "profile", paths: ["/blog/**", "/*", "/*/archive"] },
  ],
  roots: ["[data-timeline], [data-timeline-id]", "#base-container", "main", "#root", "body"],
  anchors: ["#base-container", "#root", "body"],
  posts: [
    '[tabindex="-1"][data-id]:has(article)',
    "[data-id]:has(> article, > * > article)",
    "article:has(header):has(footer)",
  ],
  // The wrapper keeps its place in the list when a post is emptied far away.
  units: [{ closest: "[data-cell-id], [data-timeline-id] > div > div" }, { act: "self" }],
  ignore: "footer, video, audio, time",
  watch: ["data-id", "href"],
  fields: {
    handle: [
      { select: `${ADDED} ${LINE} a[href]`, at: -1, attr: "href", match: BLOG },
      { select: `${ADDED} ${LINE} a[title]`, at: -1, attr: "title", match: ["{token}"] },
      { select: `${ADDED} ${LINE} a`, at: -1, match: ["{token}"] },
      { select: `${HEADER} a[rel="author"]`, at: 0, match: ["{token}"] },
      { select: `${HEADER} a[title]`, at: 0, attr: "title", match: ["{token}"] },
      { select: `${HEADER} a[href]`, match: ["{token}"] },
      { select: `${HEADER} a[href]`, attr: "href", match: BLOG },
    ],
    text: [
      { select: `${ADDED} > div > ${LINE} ~ div`, strip: NOT_TEXT, blocks: BLOCKS, all: true },
      {
        select: "article > div > div > span, article > div > div > div > span",
        hasNot: LINE,
        outside: "header, footer",
        strip: NOT_TEXT,
        blocks: BLOCKS,
        all: true,
      },
      {
        select: "article p, article h1, article h2, article li",
        outside: "header, footer, figure",
        all: true,
      },
    ],
    lang: [{ select: "article[lang]", attr: "lang" }],
    permalink: [
      { select: `${HEADER} a[href]:has(time)`, at: 0, attr: "href" },
      { select: `${HEADER} a[href]`, where: { attr: "href", match: POSTS }, at: 0, attr: "href" },
      { select: "article a[href]", where: { attr: "href", match: POSTS }, at: 0, attr: "href" },
    ],
    id: [
      { attr: "data-id", match: ["{digits}"] },
      { closest: "[data-id]", attr: "data-id", match: ["{digits}"] },
      { select: `${HEADER} a[href]`, attr: "href", match: POSTS.slice(1) },
    ],
    time: [{ select: "time[datetime]", at: 0, attr: "datetime" }],
    repostedBy: [
      { select: `${HEADER} a[rel="author"]`, at: 0, match: ["{token}"] },
      { select: `${HEADER} a[title]`, at: 0, attr: "title", match: ["{token}"] },
      { select: `${HEADER} a[href]`, match: ["{token}"] },
      { select: `${HEADER} a[href]`, attr: "href", match: BLOG },
    ],
  },
  quote: {
    find: [{ select: `${ADDED}:has(~ span > div > ${LINE})` }],
    handle: [
      { select: `${LINE} a[href]`, attr: "href", match: BLOG },
      { select: `${LINE} a`, match: ["{token}"] },
    ],
    text: [{ select: `${LINE} ~ div`, strip: NOT_TEXT, blocks: BLOCKS, all: true }],
  },
  media: [
    {
      kind: "image",
      find: [{ select: "article figure img", outside: "header, footer" }],
      alt: "alt",
      noAlt: ["image", "Image", "Bild", "imagen", "imagem", "immagine", "画像", "изображение"],
      url: "src",
    },
    { kind: "video", find: [{ select: "article video, article figure iframe" }] },
    { kind: "poll", find: [{ select: 'article [data-testid*="poll"], article [class*="poll" i]' }] },
  ],
  links: {
    find: [
      {
        select: "article p a[href], article li a[href], article figure a[href]",
        outside: `header, footer, ${LINE}, [href*="/tagged/"]`,
        where: { attr: "href", match: ["http**"] },
      },
    ],
  },
  marks: {
    ad: [
      { select: `${HEADER} use[href*="sponsored"], ${HEADER} use[href*="blaze"]` },
      { closest: "[data-is-ad]" },
    ],
    pinned: [{ select: 'use[href*="pinned"], use[href*="__pin"]', outside: "footer, button" }],
    repost: [{ select: ADDED }, { select: `${HEADER} use[href*="reblog"]` }],
    verified: [{ select: `${HEADER} use[href*="verified"]` }],
  },
  me: [],
  invariants: { of: 8, text: 0.2, author: 0.8, id: 0.8 },
};
