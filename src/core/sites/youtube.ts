import type { SiteDefinition } from "../vocab/site";

/** Posts of channels ("community"); the elements' names are older than the feature's. */
const CHANNEL_POST = "ytd-backstage-post-renderer, ytd-post-renderer, ytd-shared-post-renderer";
const TEXT = "yt-attributed-string#content-text, yt-formatted-string#content-text, #content-text";
/** Ids repeat all over a page; each is looked for inside one comment only. */
const TIME_LINK = "#published-time-text a[href]";
const CHANNEL = [
  "/@{any}**",
  "**youtube.com/@{any}**",
  "**/channel/{any}**",
  "**/user/{any}**",
  "**/c/{any}**",
];

/**
 * YouTube: comments, replies and channels' posts. Elements are used again for other comments; the ids
 * in their links tell. Dates are words only. Beside a comment stands the element that loads more, which
 * is never touched: comments stay in place, so that their replies do.
 */
export const youtube: SiteDefinition = {
  format: 1,
  id: "youtube",
  name: "YouTube",
  version: 1,
  hosts: ["www.youtube.com", "youtube.com", "m.youtube.com"],
  origins: ["https://www.youtube.com/*"],
  surfaces: [
    { surface: "thread", paths: ["/watch", "/shorts/*", "/live/*", "/post/*", "/clip/*"] },
    { surface: "home", paths: ["/", "/feed/subscriptions", "/feed/trending", "/feed/**"] },
    { surface: "search", paths: ["/results", "/hashtag/*", "/hashtag/*/**"] },
    {
      surface: "profile",
      paths: ["/@*", "/@*/*", "/channel/*", "/channel/*/*", "/c/*", "/c/*/*", "/user/*", "/user/*/*"],
    },
  ],
  // Pages come and go inside of it, and old ones stay.
  roots: ["#page-manager", "ytd-app"],
  anchors: ["ytd-app", "body"],
  posts: [
    `ytd-comment-view-model, ytd-comment-renderer, ${CHANNEL_POST}`,
    "ytd-comment-thread-renderer #comment",
    "ytm-comment-renderer",
  ],
  units: [
    { closest: "ytd-comment-view-model, ytd-comment-renderer" },
    { closest: "ytd-backstage-post-thread-renderer" },
    { closest: "ytd-rich-item-renderer" },
    { act: "self" },
  ],
  ignore:
    "#player, #movie_player, ytd-player, video, ytd-menu-renderer, ytd-toggle-button-renderer, #action-buttons, #vote-count-middle, #reply-dialog, tp-yt-paper-tooltip, ytd-continuation-item-renderer",
  watch: ["href"],
  fields: {
    handle: [
      { select: "#author-text", match: ["@{any}"] },
      { select: "#author-text[href], #author-text a[href]", attr: "href", match: CHANNEL },
      // The owner of the channel has a badge in the place of the name.
      { select: "#author-comment-badge a[href]", attr: "href", match: CHANNEL },
      { select: "#author-thumbnail-button", attr: "aria-label", match: ["@{any}"] },
      { select: "#author-thumbnail a[href]", attr: "href", match: CHANNEL },
      { select: ".comment-title, .ytm-comment-title", match: ["@{any}"] },
    ],
    name: [
      { closest: CHANNEL_POST, select: "#author-text", at: 0 },
      { closest: "ytd-comment-renderer", select: "#author-text", at: 0 },
    ],
    text: [
      { select: TEXT, outside: "#translated-content", at: 0, space: "keep" },
      { select: "#home-content-text, .comment-text, .ytm-comment-text", at: 0, space: "keep" },
      { select: 'ytd-expander #content [role="text"]', at: 0, space: "keep" },
    ],
    permalink: [
      { select: TIME_LINK, attr: "href" },
      { select: 'a[href*="lc="], a[href*="/post/"]', outside: "#content-text", attr: "href" },
    ],
    id: [
      { select: 'a[href*="lc="]', outside: "#content-text", attr: "href", match: ["**lc={any}**"] },
      { select: 'a[href*="/post/"]', outside: "#content-text", attr: "href", match: ["**/post/{any}**"] },
    ],
  },
  quote: {
    find: [{ closest: "ytd-shared-post-renderer", select: "ytd-backstage-post-renderer" }],
    handle: [{ select: "#author-text[href], #author-text a[href]", attr: "href", match: CHANNEL }],
    name: [{ select: "#author-text", at: 0 }],
    text: [{ select: TEXT, at: 0, space: "keep" }],
  },
  media: [
    {
      kind: "image",
      find: [{ select: "ytd-backstage-image-renderer img, ytd-post-multi-image-renderer img" }],
      url: "src",
    },
    {
      kind: "video",
      find: [
        {
          closest: CHANNEL_POST,
          select: "ytd-video-renderer a#thumbnail, ytd-playlist-renderer a#thumbnail",
        },
      ],
      url: "href",
    },
    { kind: "poll", find: [{ select: "ytd-backstage-poll-renderer, ytd-backstage-quiz-renderer" }] },
  ],
  links: {
    find: [
      {
        select:
          ':is(#content-text, #home-content-text) a[href*="/redirect?"], :is(#content-text, #home-content-text) a[href^="http"]:not([href*="youtube.com/"])',
      },
    ],
    shorteners: ["www.youtube.com"],
  },
  marks: {
    // The same element says "auto-dubbed"; which article its link leads to tells them apart.
    "declared-ai": [
      {
        select:
          'how-this-was-made-section-view-model a[href*="/answer/15447836"], how-this-was-made-section-view-model a[href*="/answer/14328491"]',
      },
    ],
    pinned: [
      {
        select:
          "#pinned-comment-badge > :not([hidden]):not(:empty), #pinned-comment-badge ytd-pinned-comment-badge-renderer",
      },
    ],
    quote: [{ closest: "ytd-shared-post-renderer" }],
    reply: [{ closest: "#replies, ytd-comment-replies-renderer, yt-sub-thread" }],
    translated: [{ select: 'ytd-tri-state-button-view-model[state="toggled"]:not([hidden])' }],
    verified: [
      { select: '#author-comment-badge [icon*="CHECK" i], #author-comment-badge [aria-label] yt-icon' },
    ],
  },
  me: [],
  invariants: { of: 20, text: 0.6, author: 0.9, id: 0.8 },
};
