import type { SiteDefinition } from "../vocab/site";

/** Articles far from the window are empty until they come near. */
const VIDEO = 'article[data-e2e="recommend-list-item-container"]';
const COMMENT = '[data-e2e^="comment-level-"]';
const HANDLE = ["/@{any}", "**tiktok.com/@{any}", "**/@{any}?**"];
/** TikTok's own summary of a video, written by a machine of TikTok's. */
const SUMMARY = '[data-e2e^="v2t-"]';

/** TikTok: captions of the feed, comments and replies. Component names stand at the end of its classes. */
export const tiktok: SiteDefinition = {
  format: 1,
  id: "tiktok",
  name: "TikTok",
  version: 1,
  hosts: ["www.tiktok.com", "tiktok.com"],
  origins: ["https://www.tiktok.com/*"],
  surfaces: [
    { surface: "home", paths: ["/", "/foryou", "/following", "/friends", "/explore", "/*/foryou"] },
    { surface: "thread", paths: ["/@*/video/*", "/@*/photo/*"] },
    { surface: "profile", paths: ["/@*"] },
    { surface: "search", paths: ["/search", "/search/**", "/tag/*", "/music/*", "/discover/**"] },
  ],
  roots: ["#app", "main", "body"],
  anchors: ["#app", "body"],
  posts: [
    `${VIDEO}:has([data-e2e="video-author-avatar"], [data-e2e="video-desc"]), div:has(> ${COMMENT})`,
    `[data-e2e="comment-item"], [class*="DivCommentItemContainer"], [class*="DivCommentItemWrapper"]`,
  ],
  // What stands beside a comment's words are its portrait and its likes.
  units: [
    { closest: '[class*="DivCommentItemWrapper"]' },
    { closest: VIDEO, act: "first-child" },
    { act: "self" },
  ],
  ignore: 'video, canvas, .xgplayer-container, [role="slider"], [data-e2e$="-count"]',
  watch: ["href", "id"],
  fields: {
    handle: [
      { closest: VIDEO, select: '[data-e2e="video-author-avatar"]', attr: "href", match: HANDLE },
      {
        closest: VIDEO,
        select: '[class*="DivCreatorInfoContainer"] a[href*="/@"]',
        attr: "href",
        match: HANDLE,
      },
      { select: '[data-e2e^="comment-username-"] a[href]', attr: "href", match: HANDLE },
      { select: '[data-e2e^="comment-username-"]', up: "a[href]", attr: "href", match: HANDLE },
      { select: 'a[href*="/@"]', before: COMMENT, attr: "href", match: HANDLE },
    ],
    name: [{ select: '[data-e2e^="comment-username-"]', at: 0 }],
    text: [
      { closest: VIDEO, select: '[data-e2e="video-desc"]', outside: SUMMARY, at: 0, strip: SUMMARY },
      { closest: VIDEO, select: '[data-e2e^="desc-span-"]', at: 0 },
      { select: COMMENT, at: 0, strip: "button" },
    ],
    id: [
      { closest: VIDEO, select: '[id^="xgwrapper-"]', attr: "id", match: ["**-{digits}"] },
      { closest: VIDEO, select: 'a[href*="/video/"]', attr: "href", match: ["**/video/{digits}**"] },
    ],
    permalink: [{ closest: VIDEO, select: 'a[href*="/video/"]', at: 0, attr: "href" }],
    time: [
      {
        closest: VIDEO,
        select: '[id^="xgwrapper-"]',
        attr: "id",
        match: ["**-{digits}"],
        decode: "tiktok-time",
      },
      {
        closest: VIDEO,
        select: 'a[href*="/video/"]',
        attr: "href",
        match: ["**/video/{digits}**"],
        decode: "tiktok-time",
      },
    ],
  },
  media: [
    {
      kind: "video",
      find: [
        { closest: VIDEO, select: "video" },
        { closest: VIDEO, select: '[data-e2e="feed-video"]' },
      ],
    },
  ],
  marks: {
    ad: [{ closest: VIDEO, select: '[data-e2e="ad-tag"], [data-e2e="sponsored-tag"]' }],
    "declared-ai": [{ closest: VIDEO, select: '[data-e2e*="aigc" i], [class*="AIGC" i]' }],
    reply: [{ select: COMMENT }],
  },
  me: [
    {
      select: '[data-e2e="nav-profile"][href], [data-e2e="nav-profile"] a[href]',
      attr: "href",
      match: HANDLE,
    },
  ],
  invariants: { of: 12, author: 0.8 },
};
