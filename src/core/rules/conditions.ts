import { fold } from "../match/fold";
import { occurs } from "../match/phrase";
import type { Post } from "../vocab/post";
import type { Condition, Term } from "../vocab/rule";

/** A post with what conditions ask of it, each worked out once and only if asked for. */
export interface View {
  readonly post: Post;
  /** Folded text of the post's own words. */
  readonly text: string;
  readonly handle: string;
  /** The model's percentile, or null where it cannot tell. */
  readonly ai: number | null;
}

export const viewOf = (post: Post, ai: number | null): View => {
  let text: string | undefined;
  return {
    post,
    get text() {
      return (text ??= fold(post.text));
    },
    handle: post.author?.handle.toLowerCase() ?? "",
    ai,
  };
};

/** A term made ready: false, true, or null where it cannot be told. */
export interface Test {
  cost: number;
  run: (view: View) => boolean | null;
}

/** How a site's name or host in a rule becomes the id that posts bear. */
export type SiteNames = (nameOrHost: string) => string | undefined;

const testOf = (condition: Condition, siteNames: SiteNames): Test => {
  switch (condition.kind) {
    case "from": {
      const { handle } = condition;
      return { cost: 1, run: (view) => view.handle === handle };
    }
    case "site": {
      const id = siteNames(condition.site) ?? condition.site;
      return { cost: 1, run: (view) => view.post.site === id };
    }
    case "is": {
      const { mark } = condition;
      return { cost: 2, run: (view) => (view.post.is as readonly string[]).includes(mark) };
    }
    case "ai": {
      const { above } = condition;
      return { cost: 2, run: (view) => (view.ai === null ? null : view.ai > above) };
    }
    case "phrase": {
      const phrase = fold(condition.phrase);
      return { cost: 10, run: (view) => occurs(phrase, view.text) };
    }
  }
};

/** What cannot be told meets neither a term nor its opposite. */
export const compileTerm = (term: Term, siteNames: SiteNames): Test => {
  const test = testOf(term, siteNames);
  if (!term.not) return test;
  return {
    cost: test.cost,
    run: (view) => {
      const met = test.run(view);
      return met === null ? null : !met;
    },
  };
};
