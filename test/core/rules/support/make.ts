import type { Post } from "../../../../src/core/vocab/post";
import type { Grant, GrantedList } from "../../../../src/core/vocab/rule-list";
import { parseList } from "../../../../src/core/rules/parse";

/** A post with what a test does not care about filled in. */
export const makePost = (changes: Partial<Post> = {}): Post => ({
  site: "x",
  id: "1",
  surface: "home",
  author: { handle: "Writer_One", name: "Writer" },
  text: "Let us delve into the market",
  is: [],
  media: [],
  links: [],
  ...changes,
});

/** Site names as the built-in sites have them. */
export const siteNames = (name: string): string | undefined =>
  name === "x" || name === "x.com" ? "x" : undefined;

/** A list by its text; the user's own unless a grant is given. */
export const makeList = (text: string, grant: Grant | "own" = "own", id = "mine"): GrantedList => ({
  list: { id, name: `List ${id}`, rules: parseList(text).rules },
  grant,
});

/** A grant of everything but exempting. */
export const ALL: Grant = {
  actions: ["label", "dim", "fold", "hide"],
  sites: "all",
  regex: true,
  ai: true,
  exempt: false,
};
