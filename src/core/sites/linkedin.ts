import type { SiteDefinition } from "../vocab/site";
import {
  LINKEDIN_NO_ALT,
  LINKEDIN_PROMOTED,
  LINKEDIN_PROMOTED_BY,
  LINKEDIN_REPOSTED,
} from "./linkedin-words";

const BOX = '[data-testid="expandable-text-box"]';
/** Between the line above a post ("… likes this"), which names somebody else, and the post. */
const RULE = 'hr[role="presentation"]';
const TOKEN = '[componentkey*="-replaceableCommentTools"]';
const COMMENT = '[componentkey^="replaceableComment_"]';
const OLD_POST = "div.feed-shared-update-v2[data-urn]";
const OLD_COMMENT = "article.comments-comment-entity, article.comments-comment-item";
const OLD_ACTOR = ".update-components-actor";
const COMMENT_META = ".comments-comment-meta__actor, .comments-post-meta";
const PUBLIC_POST = "article[data-activity-urn]";
const PUBLIC_COMMENT = "section.comment";
/** The nearest of both: a comment whose id cannot be read must not take that of its post. */
const OLD_UNIT = `${OLD_POST}, ${OLD_COMMENT}`;
const PUBLIC_UNIT = `${PUBLIC_POST}, ${PUBLIC_COMMENT}`;
const PEOPLE = 'a[href*="/in/"], a[href*="/company/"], a[href*="/school/"], a[href*="/showcase/"]';
const SLUG = ["**/in/{any}**", "**/company/{any}**", "**/school/{any}**", "**/showcase/{any}**"];
const TOGGLE = 'button, .visually-hidden, [data-testid="expandable-text-button"]';
const UPDATE = "https://www.linkedin.com/feed/update/urn:li:activity:{}/";

/** LinkedIn: the server-driven pages of 2026, the Ember ones before, and those for people without an account. */
export const linkedin: SiteDefinition = {
  format: 1,
  id: "linkedin",
  name: "LinkedIn",
  version: 1,
  hosts: ["www.linkedin.com", "linkedin.com", "*.linkedin.com"],
  origins: ["https://www.linkedin.com/*"],
  surfaces: [
    { surface: "thread", paths: ["/feed/update/**", "/posts/**", "/pulse/**", "/newsletters/**"] },
    { surface: "search", paths: ["/feed/hashtag/**", "/search/**", "/feed/topic/**"] },
    { surface: "home", paths: ["/", "/feed", "/feed/**", "/groups/**", "/my-items/**"] },
    { surface: "profile", paths: ["/in/**", "/company/**", "/school/**", "/showcase/**"] },
    { surface: "notifications", paths: ["/notifications", "/notifications/**"] },
  ],
  roots: [
    '[data-testid="mainFeed"]',
    ".scaffold-finite-scroll__content",
    "main",
    'section:has([role="listitem"][componentkey])',
  ],
  anchors: ["main", "#root", "body"],
  posts: [
    // Job cards are list items too, but hold neither a text nor a place for comments. A comment's key stands on three
    // elements, one in another.
    `[role="listitem"][componentkey^="expanded"]:has(${BOX}, ${TOKEN}), ${COMMENT} > [data-display-contents] > ${COMMENT}`,
    `${OLD_POST}, ${OLD_COMMENT}`,
    `${PUBLIC_POST}, ${PUBLIC_COMMENT}`,
    `[role="listitem"]:has(${BOX}), ${COMMENT}:not(:has(${COMMENT})), [id^="replaceableComment_"]`,
    `[componentkey^="expanded"]:has(${BOX}):not(:has([componentkey^="expanded"]))`,
  ],
  nested: true,
  units: [
    { closest: COMMENT },
    { closest: OLD_COMMENT },
    { closest: PUBLIC_COMMENT },
    { closest: '[data-testid="mainFeed"] > [data-display-contents="true"] > div' },
    { closest: ".occludable-update", act: "first-child" },
    { act: "self" },
  ],
  ignore:
    'video, [data-vjs-player], [aria-live], [data-testid="expandable-text-button"], .social-details-social-counts',
  watch: ["componentkey", "data-urn", "data-id", "href"],
  fields: {
    handle: [
      { select: `:is(${PEOPLE})[componentkey]`, outside: BOX, after: RULE, attr: "href", match: SLUG },
      { select: `${OLD_ACTOR} :is(${PEOPLE})`, attr: "href", match: SLUG },
      { select: `:is(${COMMENT_META}) :is(${PEOPLE})`, attr: "href", match: SLUG },
      { select: 'a[data-tracking-control-name*="actor-name"], a.comment__author', attr: "href", match: SLUG },
      {
        select: PEOPLE,
        outside: `${BOX}, .update-components-text, .update-components-header`,
        after: RULE,
        attr: "href",
        match: SLUG,
      },
      { select: `${OLD_ACTOR} a[href]`, attr: "href", match: ["**linkedin.com/{any}**"] },
    ],
    name: [
      { select: `:is(${PEOPLE}) [aria-label] p`, outside: BOX, after: RULE, at: 0 },
      {
        select: `:is(${PEOPLE}) p span[aria-hidden="true"]`,
        outside: BOX,
        after: RULE,
        at: 0,
        strip: "span",
      },
      {
        select: `:is(${PEOPLE}) p`,
        outside: BOX,
        after: RULE,
        at: 0,
        strip: '.visually-hidden, [aria-hidden="true"]',
      },
      {
        select: `${OLD_ACTOR}__title span[aria-hidden="true"], ${OLD_ACTOR}__name span[aria-hidden="true"]`,
        at: 0,
        strip: `.visually-hidden, ${OLD_ACTOR}__supplementary-actor-info`,
      },
      { select: `${OLD_ACTOR}__title, ${OLD_ACTOR}__name`, at: 0, strip: ".visually-hidden" },
      {
        select: ".comments-comment-meta__description-title, .comments-post-meta__name-text",
        at: 0,
        strip: ".visually-hidden",
      },
      { select: 'a[data-tracking-control-name*="actor-name"], a.comment__author', at: 0 },
      { select: "button[aria-label]", attr: "aria-label", match: ["Open control menu for post by {any}"] },
    ],
    text: [
      { select: BOX, at: 0, strip: TOGGLE, space: "collapse" },
      {
        select:
          ".update-components-update-v2__commentary, .feed-shared-update-v2__commentary, .feed-shared-update-v2__description",
        at: 0,
        strip: TOGGLE,
        blocks: "p, li",
      },
      {
        select: ".comments-comment-item__main-content, .comments-comment-entity__content",
        at: 0,
        strip: TOGGLE,
      },
      {
        select: '[data-test-id="main-feed-activity-card__commentary"], .comment__text',
        at: 0,
        strip: TOGGLE,
        space: "keep",
      },
      { select: ".update-components-text", at: 0, strip: TOGGLE, blocks: "p, li" },
    ],
    permalink: [
      // A comment's leads to the post that it answers.
      { closest: COMMENT, attr: "componentkey", match: ["**urn:li:activity:{digits}**"], form: UPDATE },
      { select: TOKEN, attr: "componentkey", decode: "linkedin-activity", form: UPDATE },
      { closest: OLD_POST, attr: "data-urn", match: ["**urn:li:activity:{digits}**"], form: UPDATE },
      {
        closest: `${OLD_POST}, ${PUBLIC_POST}`,
        attr: "data-urn",
        match: ["urn:li:**"],
        form: "https://www.linkedin.com/feed/update/{}/",
      },
      {
        closest: PUBLIC_POST,
        attr: "data-activity-urn",
        match: ["**urn:li:activity:{digits}**"],
        form: UPDATE,
      },
    ],
    id: [
      { closest: COMMENT, attr: "componentkey", match: ["**,{digits})**"] },
      { closest: OLD_COMMENT, attr: "data-id", match: ["**,{digits})**"] },
      { select: TOKEN, attr: "componentkey", decode: "linkedin-activity" },
      {
        closest: OLD_UNIT,
        attr: "data-urn",
        match: ["**:activity:{digits}**", "**:ugcPost:{digits}**", "**:share:{digits}**"],
      },
      { closest: PUBLIC_UNIT, attr: "data-activity-urn", match: ["**:activity:{digits}**"] },
      { closest: '[componentkey^="expanded"]', attr: "componentkey", match: ["expanded{token}**"] },
    ],
    time: [
      { closest: COMMENT, attr: "componentkey", match: ["**,{digits})**"], decode: "linkedin-time" },
      { closest: OLD_COMMENT, attr: "data-id", match: ["**,{digits})**"], decode: "linkedin-time" },
      { select: TOKEN, attr: "componentkey", decode: "linkedin-time" },
      {
        closest: OLD_UNIT,
        attr: "data-urn",
        match: ["**:activity:{digits}**", "**:ugcPost:{digits}**"],
        decode: "linkedin-time",
      },
      {
        closest: PUBLIC_UNIT,
        attr: "data-activity-urn",
        match: ["**:activity:{digits}**"],
        decode: "linkedin-time",
      },
    ],
    repostedBy: [
      { select: PEOPLE, before: RULE, attr: "href", match: SLUG },
      { select: `.update-components-header :is(${PEOPLE})`, attr: "href", match: SLUG },
    ],
  },
  quote: {
    find: [
      { select: ".feed-shared-update-v2__update-content-wrapper", has: OLD_ACTOR },
      { select: ".update-components-mini-update-v2" },
      { select: '[data-test-id="feed-reshare-content"], .feed-reshare-content' },
    ],
    handle: [{ select: PEOPLE, attr: "href", match: SLUG }],
    name: [
      {
        select: `${OLD_ACTOR}__title span[aria-hidden="true"], ${OLD_ACTOR}__name span[aria-hidden="true"]`,
        at: 0,
        strip: ".visually-hidden",
      },
    ],
    text: [
      {
        select: ".update-components-text, .feed-shared-text, .attributed-text-segment-list__content",
        at: 0,
        strip: TOGGLE,
        blocks: "p, li",
      },
    ],
  },
  media: [
    {
      kind: "image",
      find: [
        { select: "figure img", outside: `${PEOPLE}, [data-vjs-player]`, after: RULE },
        { select: ".update-components-image img, .feed-shared-image img" },
        { select: 'ul[data-test-id="feed-images-content"] img' },
      ],
      alt: "alt",
      noAlt: LINKEDIN_NO_ALT,
      url: "src",
    },
    {
      kind: "video",
      find: [
        { select: "[data-vjs-player]" },
        { select: "video" },
        { select: ".update-components-linkedin-video" },
      ],
    },
    {
      kind: "card",
      find: [
        { select: ".update-components-article, .update-components-document, .update-components-entity" },
      ],
    },
    { kind: "poll", find: [{ select: ".update-components-poll" }] },
  ],
  links: {
    find: [
      {
        select: `:is(${BOX}, .update-components-text, .comments-comment-item__main-content, .attributed-text-segment-list__content) a[href^="http"]:not([href*="linkedin.com/in/"]):not([href*="linkedin.com/company/"]):not([href*="linkedin.com/school/"]):not([href*="linkedin.com/feed/hashtag"]):not([href*="linkedin.com/search/"])`,
      },
    ],
    shorteners: ["www.linkedin.com"],
  },
  marks: {
    ad: [
      { select: '[componentkey*="sponsoredContentV2"]' },
      { closest: OLD_UNIT, where: { attr: "data-is-sponsored", match: ["true"] } },
      { closest: OLD_UNIT, where: { attr: "data-urn", match: ["**sponsoredContentV2**"] } },
      // "Promoted by" and a company's name in the place of the date; a company's own name is a link around a paragraph.
      { select: 'p a[href*="/company/"][href$="/posts/"] > strong', after: RULE, before: BOX },
      { select: "p[componentkey]", after: RULE, before: BOX, where: { match: LINKEDIN_PROMOTED_BY } },
      {
        select: "p, span",
        after: RULE,
        before: BOX,
        outside: "a, button",
        where: { match: LINKEDIN_PROMOTED },
      },
      {
        select: `${OLD_ACTOR}__sub-description span, ${OLD_ACTOR}__description span`,
        where: { match: LINKEDIN_PROMOTED },
      },
      { select: `${OLD_ACTOR}__sub-description span`, where: { match: LINKEDIN_PROMOTED_BY } },
    ],
    reply: [{ closest: `${COMMENT}, ${OLD_COMMENT}, ${PUBLIC_COMMENT}, [id^="replaceableComment_"]` }],
    repost: [
      { select: "p[componentkey]", before: RULE, where: { match: LINKEDIN_REPOSTED } },
      { select: ".update-components-header", where: { match: LINKEDIN_REPOSTED } },
    ],
    verified: [
      { select: 'svg#verified-small, svg[id^="verified"]', after: RULE, before: BOX },
      { select: `${OLD_ACTOR} svg[data-test-icon^="verified"]` },
    ],
  },
  me: [
    {
      select: '.profile-card-member-details a[href*="/in/"], .feed-identity-module a[href*="/in/"]',
      attr: "href",
      match: ["**/in/{any}**"],
    },
  ],
  invariants: { of: 10, text: 0.4, author: 0.7, id: 0.5 },
};
