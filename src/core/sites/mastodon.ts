import type { SiteDefinition } from "../vocab/site";

/** Head of a post in a list, of the post that a page is about, and of pages that the server itself writes. */
const HEAD = ".status__info, .detailed-status__display-name, .p-author";
const inHead = (part: string): string =>
  HEAD.split(", ")
    .map((head) => `${head} ${part}`)
    .join(", ");

const TEXT = ".status__content__text";
const PREPEND = ".status__prepend";
const QUOTE = ".status__quote";

/** What stands in a text and is not of it: hidden ends of addresses, buttons, the link that a quote replaces. */
const NOT_TEXT = ".invisible, .quote-inline, button, .poll, .status-card, .media-gallery, .hashtag-bar";
const BLOCKS = "p, li, ul, ol, blockquote, pre, h1, h2, h3, h4, h5, h6";

/** "{any}" is a name, or a name with its server. */
const ACCT = ["@{any}"];
const ACCT_LINKS = ["**/@{any}", "**/users/{any}"];

/**
 * Mastodon and what speaks its page's language (Glitch, Hometown), on any host. Lists empty an article
 * that scrolls far away, and remember its height: the article is what we act on, and an emptied one is
 * no post.
 */
export const mastodon: SiteDefinition = {
  format: 1,
  id: "mastodon",
  name: "Mastodon",
  version: 1,
  hosts: [],
  recognise: [
    "#mastodon[data-props]",
    "html:has(script#initial-state) #mastodon",
    "body.app-body #mastodon",
    "#mastodon .status__wrapper",
    "#mastodon-status",
    ".activity-stream .entry .status__content",
    ".columns-area .status__wrapper .status__content",
  ],
  origins: [],
  surfaces: [
    {
      surface: "home",
      paths: [
        "/",
        "/home",
        "/deck",
        "/deck/home",
        "/web/home",
        "/public",
        "/public/**",
        "/deck/public**",
        "/firehose",
        "/lists/*",
        "/deck/lists/*",
        "/web/timelines/**",
      ],
    },
    {
      surface: "search",
      paths: [
        "/explore",
        "/explore/**",
        "/search",
        "/search/**",
        "/tags/*",
        "/deck/explore**",
        "/deck/tags/*",
        "/trends/**",
      ],
    },
    {
      surface: "notifications",
      paths: [
        "/notifications",
        "/notifications/**",
        "/deck/notifications**",
        "/web/notifications**",
        "/conversations",
      ],
    },
    {
      surface: "thread",
      paths: [
        "/@*/{digits}",
        "/@*/{digits}/**",
        "/deck/@*/{digits}**",
        "/web/@*/{digits}**",
        "/statuses/{digits}",
        "/web/statuses/{digits}",
        "/users/*/statuses/{digits}",
      ],
    },
    {
      surface: "profile",
      paths: ["/@*", "/@*/with_replies", "/@*/media", "/@*/featured", "/@*/tagged/*", "/deck/@*", "/users/*"],
    },
  ],
  roots: [".columns-area", "#mastodon", ".activity-stream", "#mastodon-status", "body"],
  anchors: ["#mastodon", "body"],
  posts: [
    ".status__wrapper:has(.status), .detailed-status__wrapper, article[data-id]:has(> header a[data-hover-card-account])",
    ".entry:has(.status, .detailed-status)",
    ".status:has(.status__content), .detailed-status:has(.status__content)",
  ],
  units: [
    { closest: "article[aria-posinset]" },
    { closest: ".item-list > article" },
    { closest: "article[data-id]" },
    { act: "self" },
  ],
  ignore:
    ".status__action-bar, .detailed-status__action-bar, .video-player, .audio-player, .animated-number, time",
  watch: ["data-id", "href", "lang", "datetime"],
  fields: {
    handle: [
      // The page of one post prints the server after a local name too; its link does not.
      {
        select: "a.detailed-status__display-name[data-hover-card-account]",
        attr: "href",
        match: ACCT_LINKS,
      },
      { select: inHead(".display-name__account"), match: ACCT },
      {
        select: ".status__info a.status__display-name, .status__info a[title]",
        attr: "title",
        match: [...ACCT, "{any}"],
      },
      { select: "header a[data-hover-card-account]", attr: "title", match: ACCT },
      { select: inHead("a[href*='/@']"), attr: "href", match: ACCT_LINKS },
      {
        select: "a.detailed-status__display-name, a.status__display-name:not(.muted)",
        attr: "href",
        match: ACCT_LINKS,
      },
      { select: ".display-name__account", outside: PREPEND, match: ACCT },
    ],
    name: [
      { select: inHead(".display-name__html") },
      { select: inHead("bdi") },
      { select: "header p a[data-hover-card-account]", at: 0 },
      { select: ".display-name__html", outside: PREPEND },
    ],
    text: [
      { select: TEXT, at: 0, strip: NOT_TEXT, blocks: BLOCKS },
      { select: ".e-content", at: 0, strip: NOT_TEXT, blocks: BLOCKS },
      {
        select: ".status__content",
        at: 0,
        strip: `${NOT_TEXT}, .status__content__spoiler-link, .p-summary`,
        blocks: BLOCKS,
      },
      // Folded behind a warning: the warning is all that the author shows.
      { select: ".content-warning", at: 0, strip: "button", blocks: BLOCKS },
      {
        closest: "article[data-id]",
        select: "div[lang]",
        outside: "header, footer, .status__wrapper",
        at: 0,
        strip: NOT_TEXT,
        blocks: BLOCKS,
      },
    ],
    lang: [
      { select: `${TEXT}[lang], .e-content[lang], .status__content[lang]`, at: 0, attr: "lang" },
      { select: ".status__content [lang]", at: 0, attr: "lang" },
      { closest: "article[data-id]", select: "div[lang]", outside: "header, footer", at: 0, attr: "lang" },
    ],
    permalink: [
      { select: "a.status__relative-time, a.detailed-status__datetime", attr: "href" },
      { select: "a.u-url.u-uid", attr: "href" },
      { select: "header a time", up: "a", attr: "href" },
    ],
    id: [
      { select: ".status[data-id]", at: 0, attr: "data-id", match: ["{digits}"] },
      { attr: "data-id", match: ["{digits}"] },
      {
        select: "a.status__relative-time, a.detailed-status__datetime, a.u-url.u-uid",
        attr: "href",
        match: ["**/{digits}", "**/statuses/{token}"],
      },
      { select: "header a time", up: "a", attr: "href", match: ["**/{digits}"] },
    ],
    time: [
      { select: ".status__relative-time time, .detailed-status__datetime time", at: 0, attr: "datetime" },
      { select: "header time, time.formatted", at: 0, attr: "datetime" },
      { select: "data.dt-published", attr: "value" },
      // The page of one post prints its date in words only; the id holds the time.
      {
        select: "a.detailed-status__datetime",
        attr: "href",
        match: ["/@*/{digits}"],
        decode: "mastodon-time",
      },
      {
        select: "a.detailed-status__datetime",
        attr: "href",
        match: ["**/{digits}"],
        decode: "mastodon-time",
      },
    ],
    repostedBy: [
      { select: `${PREPEND} a[title]`, attr: "title", match: ACCT },
      { select: `${PREPEND} a`, attr: "href", match: ACCT_LINKS },
      { select: `${PREPEND} .display-name__html` },
    ],
  },
  quote: {
    find: [
      { select: QUOTE },
      { select: ".status--is-quote", up: ".status__wrapper" },
      { select: '[class*="card__"]', has: '[class*="quote__body"]' },
    ],
    handle: [
      { select: ".display-name__account", match: ACCT },
      { select: "a[data-hover-card-account]", attr: "title", match: ACCT },
      { select: "a[href*='/@']", attr: "href", match: ACCT_LINKS },
    ],
    name: [{ select: ".display-name__html" }, { select: "bdi" }],
    text: [
      { select: TEXT, at: 0, strip: NOT_TEXT, blocks: BLOCKS },
      { select: '[class*="quote__body"] [lang]', at: 0, strip: NOT_TEXT, blocks: BLOCKS },
    ],
    lang: [{ select: `${TEXT}[lang], [class*="quote__body"] [lang]`, at: 0, attr: "lang" }],
  },
  media: [
    {
      kind: "image",
      find: [
        { select: ".media-gallery__item-thumbnail img" },
        { select: ".media-gallery img, .media-gallery__item img" },
        { select: ".attachment-list__list img" },
      ],
      alt: "alt",
      url: "src",
    },
    {
      kind: "video",
      find: [{ select: ".media-gallery__gifv video, .video-player video" }, { select: ".video-player" }],
      alt: "aria-label",
      url: "src",
    },
    { kind: "poll", find: [{ select: ".poll" }] },
    {
      kind: "card",
      find: [{ select: "a.status-card" }, { select: ".status-card a[href]", at: 0 }],
      url: "href",
    },
  ],
  links: {
    find: [
      {
        select: `${TEXT} a[href], .e-content a[href]`,
        outside: ".quote-inline, .mention, .hashtag, [rel~='tag']",
        where: { attr: "href", match: ["http**"] },
      },
    ],
  },
  marks: {
    automated: [
      { select: ".account-role.bot, .account-role .icon-smart_toy, .icon-smart-toy", outside: QUOTE },
    ],
    pinned: [
      { closest: '[data-featured="true"]' },
      { select: `${PREPEND} .fa-thumb-tack, ${PREPEND} .icon-thumb-tack, ${PREPEND} .icon-pin` },
    ],
    reply: [
      { closest: ".status__wrapper-reply" },
      { select: ".status.status-reply, .status.status--reply" },
      { select: `${PREPEND} .icon-reply, ${PREPEND} .fa-reply` },
    ],
    repost: [
      { select: `${PREPEND} .icon-retweet, ${PREPEND} .fa-retweet, ${PREPEND} .icon-repeat` },
      { select: `${PREPEND} a[data-hover-card-account]`, hasNot: ".icon-reply" },
    ],
    translated: [{ select: ".translate-button__meta, div.translate-button" }],
    // A warning stands there, and the text does not.
    truncated: [
      { select: ".status, .detailed-status", has: ".content-warning", hasNot: `${TEXT}, .e-content`, at: 0 },
      { select: ".status__content__spoiler--folded" },
    ],
  },
  me: [
    { select: ".navigation-bar .display-name__account, .navigation-bar__profile-account", match: ACCT },
    { select: ".navigation-bar a[title]", attr: "title", match: [...ACCT, "{any}"] },
    { select: ".navigation-panel a.column-link[href*='/@']", attr: "href", match: ["**/@{any}"] },
  ],
  invariants: { of: 8, text: 0.3, author: 0.9, id: 0.8 },
};
