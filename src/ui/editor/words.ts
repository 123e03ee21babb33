import type { Action } from "../../core/vocab/action";
import type { Mark } from "../../core/vocab/post";
import type { Part } from "../../core/vocab/rule";
import type { Surface } from "../../core/vocab/surface";

/** What each word of the rule language means, as the editor says it beside a suggestion. */
export const ACTION_HELP: Record<Action, string> = {
  keep: "always show",
  label: "a quiet mark",
  dim: "paler",
  fold: "one line",
  hide: "left out",
};

export const FIELD_HELP: Readonly<Record<string, string>> = {
  from: "who wrote it",
  name: "the name that readers see",
  mentions: "who is mentioned",
  text: "the post’s own words",
  alt: "what images are described as",
  url: "where links lead",
  tag: "hashtags",
  site: "only on this site",
  in: "where on the site",
  lang: "language, as the site says",
  is: "what the site says of it",
  has: "what it holds",
  ai: "more machine-like than so many human posts",
  "author-ai": "the same, for the author’s posts",
  copies: "how many near-identical posts",
  length: "words",
  age: "since it was published",
};

export const MARK_HELP: Record<Mark, string> = {
  ad: "paid for",
  automated: "by an account that says it is a bot",
  "declared-ai": "its site says it is AI-made",
  following: "by somebody you follow",
  mine: "by you",
  pinned: "pinned to a profile",
  quote: "quotes another post",
  reply: "answers another post",
  repost: "passed on by somebody",
  translated: "shown in translation",
  truncated: "cut short on the page",
  verified: "by a verified account",
};

export const PLACE_HELP: Record<Surface, string> = {
  home: "the main feed",
  thread: "a post and its replies",
  profile: "somebody’s page",
  search: "search results",
  notifications: "notifications",
  other: "anywhere else",
};

export const PART_HELP: Record<Part, string> = {
  credentials: "Content Credentials",
  emoji: "an emoji",
  image: "an image",
  link: "a link",
  poll: "a poll",
  video: "a video",
};
