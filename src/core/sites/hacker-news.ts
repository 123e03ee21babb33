import type { SiteDefinition } from "../vocab/site";

const TITLE = ".titleline > a, a.storylink";
const BLOCKS = "p, pre, ul, ol, li";

/**
 * Hacker News: a table. A story is a row of its title, and the row right after it holds the rest; a
 * comment is one row, and answers are the deeper rows below it.
 */
export const hackerNews: SiteDefinition = {
  format: 1,
  id: "hacker-news",
  name: "Hacker News",
  version: 1,
  hosts: ["news.ycombinator.com"],
  origins: ["https://news.ycombinator.com/*"],
  surfaces: [
    {
      surface: "home",
      paths: [
        "/",
        "/news",
        "/newest",
        "/front",
        "/best",
        "/active",
        "/classic",
        "/ask",
        "/show",
        "/shownew",
        "/asknew",
        "/jobs",
        "/pool",
        "/noobstories",
        "/newcomments",
        "/bestcomments",
        "/noobcomments",
        "/highlights",
        "/launches",
      ],
    },
    { surface: "thread", paths: ["/item"] },
    { surface: "profile", paths: ["/user", "/submitted", "/threads", "/favorites", "/upvoted"] },
    { surface: "search", paths: ["/from", "/over"] },
  ],
  roots: ["#hnmain", "body"],
  anchors: ["body"],
  posts: ["tr.athing, tr.comtr", "tr:has(.commtext):not(:has(tr))"],
  units: [
    // A row has no room for a line of ours: its cell has.
    { closest: "tr.comtr", select: "td.default, .default", also: "reply-rows" },
    { closest: "tr.athing:has(.commtext)", select: "td.default, .default" },
    { closest: "tr.athing", select: "td.title:has(.titleline, .storylink)", also: "story-rows" },
    { act: "self" },
  ],
  ignore: ".navs, .score, .votelinks, .reply",
  fields: {
    handle: [
      { select: ".hnuser", at: 0 },
      { next: "tr:not(.athing)", select: ".hnuser", at: 0 },
      { select: 'a[href^="user?id="]', at: 0, attr: "href", match: ["user?id={any}"] },
      {
        next: "tr:not(.athing)",
        select: 'a[href^="user?id="]',
        at: 0,
        attr: "href",
        match: ["user?id={any}"],
      },
    ],
    text: [
      // On its own page, a story's words stand in a row further down.
      { closest: ".fatitem", select: `${TITLE}, .toptext`, all: true, blocks: BLOCKS },
      { select: ".commtext", at: 0, strip: ".reply", blocks: BLOCKS },
      { select: TITLE, at: 0 },
      { select: "td.title > a", at: 0 },
      { select: ".comment", at: 0, strip: ".reply", blocks: BLOCKS },
    ],
    permalink: [
      { select: ".age a[href]", at: 0, attr: "href" },
      { next: "tr:not(.athing)", select: ".age a[href]", at: 0, attr: "href" },
      { attr: "id", match: ["{digits}"], form: "item?id={}" },
    ],
    id: [
      { attr: "id", match: ["{digits}"] },
      { select: ".age a[href]", at: 0, attr: "href", match: ["**item?id={digits}"] },
    ],
    time: [
      { select: ".age[title]", at: 0, attr: "title", match: ["{time}**"], decode: "utc" },
      {
        next: "tr:not(.athing)",
        select: ".age[title]",
        at: 0,
        attr: "title",
        match: ["{time}**"],
        decode: "utc",
      },
    ],
  },
  media: [],
  links: {
    find: [
      {
        select: TITLE,
        where: { attr: "href", match: ["http**"] },
        outside: '[href*="news.ycombinator.com/item?"]',
      },
      { closest: ".fatitem", select: ".toptext a[href]" },
      { select: ".commtext a[href]", outside: ".reply", where: { attr: "href", match: ["http**"] } },
    ],
  },
  marks: {
    // A company of the site's owner hires: nobody's name is under it, and nobody can vote.
    ad: [{ next: "tr:not(.athing)", select: ".subtext", has: ".age", hasNot: ".hnuser, .score" }],
    reply: [{ closest: "tr.comtr" }, { select: ".commtext", at: 0 }],
  },
  me: [{ select: "#me" }, { select: "a#me", attr: "href", match: ["user?id={any}"] }],
  invariants: { of: 10, text: 0.8, author: 0.6, id: 0.9 },
};
