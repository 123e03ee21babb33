import type { Post } from "../vocab/post";
import type { Signal } from "../vocab/signal";

/** What the site itself declares: its AI label, an automated account's badge. A fact, not a guess. */
export const declaredSignals = (post: Post): Signal[] =>
  (["declared-ai", "automated"] as const)
    .filter((what) => post.is.includes(what))
    .map((what) => ({ detector: "declared", by: "site", what }));
