import { compileRules } from "../../core/rules/compile";
import type { SiteNames } from "../../core/rules/conditions";
import { View } from "../../core/rules/view";
import { type Action, stronger } from "../../core/vocab/action";
import type { Post } from "../../core/vocab/post";
import type { Rule } from "../../core/vocab/rule";
import type { Grant } from "../../core/vocab/rule-list";
import type { Effect } from "./effect-schema";

/** Most rules that are named for one post. */
const MOST_NAMED = 5;

/** Try a list on posts. Rules that ask for the model's percentile cannot be told here and do nothing. */
export const effectOf = (
  posts: readonly Post[],
  rules: readonly Rule[],
  grant: Grant,
  { siteNames, now }: { siteNames: SiteNames; now: number },
): Effect => {
  const list = { id: "preview", name: "", rules: [...rules] };
  const compiled = compileRules([{ list, grant }], { siteNames, now });
  const acted: Effect["acted"] = [];
  posts.forEach((post, at) => {
    const matches = compiled.match(new View(post, { now }));
    if (matches.length === 0 || matches.some(({ action }) => action === "keep")) return;
    acted.push({
      post: at,
      action: matches.reduce<Action>((best, match) => stronger(best, match.action), "keep"),
      rules: matches.slice(0, MOST_NAMED).map(({ rule: { line, text } }) => ({ line, text })),
    });
  });
  return { posts: posts.length, acted };
};
