import type { SiteDefinition } from "../vocab/site";
import { X_NO_ALT } from "./x-words";

const NAME = '[data-testid="User-Name"]';
const TEXT = '[data-testid="tweetText"]';
const ACTIONS = '[role="group"]';
const CONTEXT = '[data-testid="socialContext"]';

/** A link to a profile and nothing below it. */
const PROFILE = "/{word}";

/** The sparkle of X's AI label; the same icon serves menus and buttons. */
const AI_ICON = "M12.998 1.94c.18 3.015**";
/** Grok's icon: on a notice of translation, and on the button "Grok actions". */
const GROK_ICON = "M12.745 20.54l10.97-8.19**";
const PIN_ICON = "M7 4.5C7 3.12 8.12 2 9.5 2h5C15.88 2 17 3.12 17 4.5**";
const REPOST_ICON = "M4.75 3.79l4.603 4.3**";

/** X, formerly Twitter. Classes change with each deploy and are never used, but for one (see `reply`). */
export const x: SiteDefinition = {
  format: 1,
  id: "x",
  name: "X",
  version: 1,
  hosts: ["x.com", "www.x.com", "mobile.x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"],
  origins: ["https://x.com/*", "https://twitter.com/*"],
  surfaces: [
    { surface: "home", paths: ["/", "/home"] },
    { surface: "search", paths: ["/search", "/explore", "/explore/**", "/hashtag/*"] },
    { surface: "notifications", paths: ["/notifications", "/notifications/**"] },
    { surface: "thread", paths: ["/*/status/*", "/*/status/*/**", "/i/web/status/*"] },
    {
      surface: "other",
      paths: ["/i/**", "/messages", "/messages/**", "/settings", "/settings/**", "/compose/**", "/jobs"],
    },
    {
      surface: "profile",
      paths: [
        "/*",
        "/*/with_replies",
        "/*/highlights",
        "/*/articles",
        "/*/media",
        "/*/likes",
        "/*/superfollows",
      ],
    },
  ],
  // Without a style attribute the list is a placeholder that gets replaced; the chain above is watched for that.
  roots: [
    '[data-testid="primaryColumn"] section > h1 + div[aria-label] > div',
    '[data-testid="primaryColumn"] section',
    '[data-testid="primaryColumn"]',
  ],
  anchors: ['[data-testid="primaryColumn"]', "main", "#react-root", "body"],
  // A notification is an article too, with a testid of its own.
  posts: [
    'article[data-testid="tweet"]',
    '[data-testid="cellInnerDiv"] article[role="article"]:not([data-testid])',
    `article:not([data-testid="notification"]):has(${NAME})`,
  ],
  units: [{ closest: '[data-testid="cellInnerDiv"]', act: "first-child" }, { act: "self" }],
  ignore: `${ACTIONS}, video, [data-testid="videoPlayer"]`,
  watch: ["href", "lang", "datetime"],
  fields: {
    handle: [
      { select: `${NAME} a`, match: ["@{word}"] },
      {
        select: `${NAME} a`,
        attr: "href",
        match: [PROFILE, "https://x.com/{word}", "https://twitter.com/{word}"],
      },
      { select: `${NAME} span, ${NAME} div`, match: ["@{word}"] },
      {
        select: '[data-testid^="UserAvatar-Container-"]',
        attr: "data-testid",
        match: ["UserAvatar-Container-{word}"],
      },
    ],
    name: [{ select: `${NAME} a[href]`, at: 0 }, { select: `${NAME} > :first-child` }],
    text: [
      { select: TEXT, at: 0, space: "keep" },
      {
        select: '[data-testid="longformRichTextComponent"], [data-testid="twitterArticleRichTextView"]',
        at: 0,
        blocks: "p, li, h1, h2, h3, blockquote, [data-block]",
      },
      { select: "div[lang][dir]", outside: `${NAME}, ${ACTIONS}`, at: 0, space: "keep" },
    ],
    lang: [
      { select: TEXT, at: 0, attr: "lang" },
      { select: "div[lang][dir]", outside: `${NAME}, ${ACTIONS}`, at: 0, attr: "lang" },
    ],
    permalink: [
      { select: 'a[href*="/status/"] time', up: "a", attr: "href" },
      { select: `${NAME} a[href*="/status/"]`, attr: "href" },
    ],
    id: [
      { select: 'a[href*="/status/"] time', up: "a", attr: "href", match: ["**/status/{digits}**"] },
      { select: `${NAME} a[href*="/status/"]`, attr: "href", match: ["**/status/{digits}**"] },
      { select: `${ACTIONS} a[href*="/status/"]`, attr: "href", match: ["**/status/{digits}/analytics"] },
    ],
    time: [
      { select: 'a[href*="/status/"] time', attr: "datetime" },
      { select: "time", attr: "datetime" },
    ],
    repostedBy: [
      { select: CONTEXT, up: "a", attr: "href", match: [PROFILE, "https://x.com/{word}"] },
      { select: `a ${CONTEXT}` },
    ],
  },
  quote: {
    // An affiliate's badge is a div[role=link] too; only a quote holds a name. An unavailable one is a bare article.
    find: [{ select: 'div[role="link"][tabindex="0"]', has: NAME }, { select: "article" }],
    handle: [
      { select: `${NAME} span, ${NAME} div`, match: ["@{word}"] },
      {
        select: '[data-testid^="UserAvatar-Container-"]',
        attr: "data-testid",
        match: ["UserAvatar-Container-{word}"],
      },
    ],
    name: [{ select: `${NAME} > :first-child` }],
    text: [{ select: TEXT, at: 0, space: "keep" }],
    lang: [{ select: TEXT, at: 0, attr: "lang" }],
  },
  media: [
    {
      kind: "image",
      find: [
        {
          select: '[data-testid="tweetPhoto"] img',
          outside: '[data-testid="videoPlayer"], [data-testid="card.wrapper"]',
        },
      ],
      alt: "alt",
      noAlt: X_NO_ALT,
      url: "src",
    },
    {
      kind: "video",
      find: [{ select: '[data-testid="videoPlayer"]' }, { select: '[data-testid="videoComponent"]' }],
    },
    { kind: "poll", find: [{ select: '[data-testid="cardPoll"]' }] },
    { kind: "card", find: [{ select: '[data-testid="card.wrapper"]', hasNot: '[data-testid="cardPoll"]' }] },
  ],
  links: {
    find: [{ select: `${TEXT} a[href]`, where: { attr: "href", match: ["http**"] } }],
    shorteners: ["t.co"],
  },
  marks: {
    // Ordinary posts with a video hold placementTracking below them: only an ancestor says "ad".
    ad: [
      { closest: '[data-testid="placementTracking"]' },
      { select: '[data-testid$="-impression-pixel"]' },
      {
        select: "svg path",
        outside: `button, ${ACTIONS}`,
        where: { attr: "d", match: ["**10H8.996V8h7v7z"] },
      },
    ],
    automated: [{ handles: ["grok"] }],
    // It stands between text or media and the action bar; elsewhere the icon means something else.
    "declared-ai": [
      {
        select: "svg path",
        outside: `[role="menu"], button, a, ${NAME}, ${TEXT}`,
        after: NAME,
        before: ACTIONS,
        where: { attr: "d", match: [AI_ICON] },
      },
    ],
    pinned: [
      {
        select: "svg path",
        outside: `button, a, ${ACTIONS}`,
        before: NAME,
        where: { attr: "d", match: [PIN_ICON, "M13 21l-1 2-1-2v-5H4.5v-2.287l**"] },
      },
    ],
    reply: [
      // "Replying to @name", in any language.
      {
        select: 'a[href^="/"]',
        outside: `${NAME}, ${TEXT}, button, ${ACTIONS}`,
        after: NAME,
        before: `${TEXT}, [data-testid="tweetPhoto"], [data-testid="card.wrapper"], ${ACTIONS}`,
        where: { match: ["@{word}"] },
      },
      { surfaces: ["thread"], newer: "/*/status/{digits}**" },
      // The line to the post above. This class is a hash of its one declaration, "width: 2px", and outlives deploys.
      { select: "div.r-m5arl1", before: '[data-testid="Tweet-User-Avatar"]' },
    ],
    repost: [
      {
        select: "svg path",
        outside: `button, ${ACTIONS}`,
        before: NAME,
        where: { attr: "d", match: [REPOST_ICON] },
      },
      { select: CONTEXT, up: "a", where: { attr: "href", match: [PROFILE] } },
    ],
    translated: [
      {
        select: "svg path",
        outside: `button, [role="menu"], ${NAME}, ${ACTIONS}`,
        before: TEXT,
        where: { attr: "d", match: [GROK_ICON] },
      },
    ],
    truncated: [{ select: '[data-testid="tweet-text-show-more-link"]' }],
    verified: [
      { select: `${NAME} [data-testid="icon-verified"], ${NAME} [data-testid="verificationBadge"]` },
    ],
  },
  me: [{ select: '[data-testid="AppTabBar_Profile_Link"]', attr: "href", match: [PROFILE] }],
  invariants: { of: 12, text: 0.2, author: 0.8, id: 0.4 },
};
