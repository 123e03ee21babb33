import type { SiteDefinition } from "../vocab/site";
import { X_NO_ALT } from "./x-words";

const AVATAR = '[data-testid="userAvatarImage"]';
const TEXT = '[data-testid="postText"], [data-word-wrap="1"]';
const ACTIONS = '[data-testid="replyBtn"], [data-testid="likeBtn"]';
/** Where a post's own row begins, whatever stands above it. */
const HEAD = `${AVATAR}, a[href*="/post/"], ${ACTIONS}`;
/** Of the post itself; a link inside the text may lead to another post. */
const OUTSIDE_TEXT = '[data-word-wrap], [data-testid="postText"]';
/** The post that a thread's page is about is no link, and carries none to itself. */
const FOCUSED = '[data-testid^="postThreadItem-by-"]:not([role="link"])';
const THREAD = "**/profile/*/post/{any}**";

/** Bluesky's web app. Its classes are hashes of declarations and are not used; nor are its words, which it translates. */
export const bluesky: SiteDefinition = {
  format: 1,
  id: "bluesky",
  name: "Bluesky",
  version: 1,
  hosts: ["bsky.app", "www.bsky.app", "main.bsky.dev"],
  origins: ["https://bsky.app/*"],
  surfaces: [
    { surface: "home", paths: ["/", "/profile/*/feed/*", "/profile/*/lists/*", "/feeds", "/saved"] },
    { surface: "thread", paths: ["/profile/*/post/*", "/profile/*/post/*/**"] },
    { surface: "search", paths: ["/search", "/hashtag/*", "/hashtag/*/**", "/topic/*"] },
    { surface: "notifications", paths: ["/notifications", "/notifications/**"] },
    { surface: "other", paths: ["/profile/*/followers", "/profile/*/follows", "/profile/*/known-followers"] },
    { surface: "profile", paths: ["/profile/*", "/profile/*/search"] },
  ],
  // Several feeds stay mounted at a time, all but one of them out of sight.
  roots: ["main", '[data-testid$="-flatlist"], [data-testid="postThreadScreen"]', "#root"],
  anchors: ["#root", "body"],
  posts: [
    // Notifications share the name, but have nothing to like.
    '[data-testid^="postThreadItem-by-"], [data-testid^="feedItem-by-"]:has([data-testid="likeBtn"])',
    // Search shows posts without a name of their own.
    '[role="link"]:has([data-testid="likeBtn"]), [data-testid="contentHider-post"]:has([data-testid="likeBtn"])',
  ],
  // A row of the list stands two levels above its post.
  units: [
    { closest: 'div:has(> div > [data-testid^="feedItem-by-"])' },
    { closest: 'div:has(> div > [data-testid^="postThreadItem-by-"])' },
    { closest: 'div:has(> div > [role="link"] [data-testid="likeBtn"])' },
    { act: "self" },
  ],
  ignore: `button, [data-testid="likeCount"], [data-testid="repostCount"], video`,
  watch: ["href", "data-testid"],
  fields: {
    handle: [
      { attr: "data-testid", match: ["feedItem-by-{any}", "postThreadItem-by-{any}"] },
      {
        select: 'a[href^="/profile/"]',
        after: AVATAR,
        match: ["@{any}", "\u202a@{any}\u202c", "\u00a0\u202a@{any}\u202c"],
      },
      { select: AVATAR, up: "a", attr: "href", match: ["/profile/{any}"] },
    ],
    name: [
      {
        select: 'a[href^="/profile/"][dir="auto"]:not([href*="/post/"])',
        outside: OUTSIDE_TEXT,
        after: AVATAR,
        at: 0,
      },
      { select: 'a[href^="/profile/"] [dir="auto"]', outside: OUTSIDE_TEXT, after: AVATAR, at: 0 },
    ],
    text: [
      { select: '[data-testid="postText"]', at: 0, space: "keep" },
      { select: '[data-word-wrap="1"]', at: 0, space: "keep" },
    ],
    permalink: [
      {
        select: 'a[href*="/post/"][data-tooltip], a[href*="/post/"][aria-label]',
        outside: OUTSIDE_TEXT,
        attr: "href",
        match: ["/profile/*/post/*", "https://bsky.app/profile/*/post/*"],
      },
      {
        select: 'a[href*="/post/"]',
        outside: OUTSIDE_TEXT,
        attr: "href",
        match: ["/profile/*/post/*", "https://bsky.app/profile/*/post/*"],
      },
      { closest: FOCUSED, page: true, match: ["https://*/profile/*/post/*"] },
    ],
    id: [
      { select: 'a[href*="/post/"]', outside: OUTSIDE_TEXT, attr: "href", match: [THREAD] },
      { closest: FOCUSED, page: true, match: [THREAD] },
    ],
    // The page shows its dates in words of the reader's language; the key of a post says when it was made.
    time: [
      {
        select: 'a[href*="/post/"]',
        outside: OUTSIDE_TEXT,
        attr: "href",
        match: [THREAD],
        decode: "tid-time",
      },
      { closest: FOCUSED, page: true, match: [THREAD], decode: "tid-time" },
    ],
    repostedBy: [
      { select: 'a[href^="/profile/"]', has: "svg", before: HEAD, attr: "href", match: ["/profile/{any}"] },
    ],
  },
  quote: {
    find: [{ select: 'div[role="link"][aria-label]', has: 'a[href*="/post/"]' }],
    handle: [
      { select: 'a[href^="/profile/"]', match: ["@{any}", "\u202a@{any}\u202c", "\u00a0\u202a@{any}\u202c"] },
      { select: AVATAR, up: "a", attr: "href", match: ["/profile/{any}"] },
      { select: 'a[href*="/post/"]', attr: "href", match: ["/profile/{any}/post/**"] },
    ],
    name: [{ select: 'a[href^="/profile/"][dir="auto"]:not([href*="/post/"])', at: 0 }],
    text: [
      { select: '[data-testid="postText"]', at: 0, space: "keep" },
      { select: '[data-word-wrap="1"]', at: 0, space: "keep" },
    ],
  },
  media: [
    {
      kind: "image",
      find: [{ select: 'img[src*="/img/feed_"]', outside: 'a[href^="http"]' }],
      alt: "alt",
      url: "src",
    },
    // Not loaded yet: the button around it has the description already.
    {
      kind: "image",
      find: [
        {
          select: 'button[aria-label]:has([data-expoimage="true"]):not(:has(img))',
          outside: 'a[href^="http"]',
        },
      ],
      alt: "aria-label",
      noAlt: X_NO_ALT,
    },
    {
      kind: "video",
      find: [{ select: "video" }, { select: '[data-testid="videoPlayer"], iframe' }],
      alt: "aria-label",
    },
    {
      kind: "card",
      find: [{ select: 'a[href^="http"]', outside: OUTSIDE_TEXT, after: AVATAR }],
      url: "href",
    },
  ],
  links: { find: [{ select: '[data-word-wrap] a[href^="http"], [data-testid="postText"] a[href^="http"]' }] },
  marks: {
    // A line with an icon above the author: it is a link where somebody reposted, plain where it is pinned.
    pinned: [{ select: "svg", before: HEAD, outside: "a, button" }],
    reply: [
      { surfaces: ["thread"], newer: "/profile/*/post/{any}**" },
      // "Replied to", in any language: the arrow.
      {
        select: "svg path",
        after: AVATAR,
        outside: "button, a",
        before: `${TEXT}, ${ACTIONS}`,
        where: { attr: "d", match: ["M15.793 10.293a1 1 0 0 1 1.338**"] },
      },
    ],
    repost: [{ select: 'a[href^="/profile/"]', has: "svg", before: HEAD }],
    verified: [
      {
        select: "svg path",
        after: AVATAR,
        before: `${TEXT}, ${ACTIONS}`,
        where: { attr: "d", match: ["M17.659 8.175**", "M8.792 1.615**"] },
      },
      {
        select: 'svg circle[fill="#0F73FF"], svg path[fill="#0F73FF"]',
        after: AVATAR,
        before: `${TEXT}, ${ACTIONS}`,
      },
    ],
  },
  me: [{ select: 'nav a[href^="/profile/"]', attr: "href", match: ["/profile/{any}"] }],
  invariants: { of: 12, text: 0.2, author: 0.9, id: 0.8 },
};
