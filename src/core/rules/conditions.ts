import { isBelow, isWithin } from "../match/address";
import { fold } from "../match/fold";
import { occurs } from "../match/phrase";
import { compileRegex } from "../match/regex";
import { requiredLiterals } from "../match/regex-literals";
import type { Comparison, Condition, Part, Query, RegexPlace } from "../vocab/rule";
import type { View } from "./view";

/** True, false, or null where it cannot be told. */
export type Met = boolean | null;

/** A query made ready. Cheaper ones are asked first. */
export interface Test {
  cost: number;
  run: (view: View) => Met;
}

/** How a site's name or host in a rule becomes the id that posts bear. */
export type SiteNames = (nameOrHost: string) => string | undefined;

const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;

const HAS: Readonly<Record<Part, (view: View) => Met>> = {
  credentials: ({ facts }) => facts.credentials ?? null,
  emoji: ({ post }) => EMOJI.test(post.text),
  image: ({ post }) => post.media.some(({ kind }) => kind === "image"),
  link: ({ addresses }) => addresses.length > 0,
  poll: ({ post }) => post.media.some(({ kind }) => kind === "poll"),
  video: ({ post }) => post.media.some(({ kind }) => kind === "video"),
};

const COMPARE: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
};

const MEASURED = {
  ai: ({ facts }: View) => facts.ai ?? null,
  "author-ai": ({ facts }: View) => facts.authorAi ?? null,
  copies: ({ facts }: View) => facts.copies ?? null,
  length: (view: View) => view.length,
  age: (view: View) => view.age,
} as const;

/** The pattern is compiled when it is first needed: a post must hold one of its literals before. */
const regexTest = (pattern: string, flags: string, place: RegexPlace): Test => {
  const literals = requiredLiterals(pattern);
  let test: ((text: string) => boolean) | undefined;
  const compiled = (): ((text: string) => boolean) => {
    const ready = compileRegex(pattern, flags);
    return (test = ready.ok ? ready.test : () => false);
  };
  return {
    cost: 100,
    run: (view) => {
      const texts = view.raw(place);
      if (!texts || !literals) return texts && texts.some(test ?? compiled());
      const lowered = view.lowered(place);
      return texts.some(
        (text, at) =>
          literals.some((literal) => lowered?.[at]?.includes(literal)) && (test ?? compiled())(text),
      );
    },
  };
};

const isLang = (lang: string, wanted: string): boolean =>
  lang === wanted || (lang.startsWith(wanted) && lang[wanted.length] === "-");

const testOf = (condition: Condition, siteNames: SiteNames): Test => {
  switch (condition.kind) {
    case "from": {
      const { handle } = condition;
      return { cost: 1, run: (view) => (view.handle === null ? null : view.handle === handle) };
    }
    case "site": {
      const id = siteNames(condition.site) ?? condition.site;
      return { cost: 1, run: (view) => view.post.site === id };
    }
    case "in": {
      const { surface } = condition;
      return { cost: 1, run: (view) => view.post.surface === surface };
    }
    case "is": {
      const { mark } = condition;
      return { cost: 2, run: (view) => view.post.is.includes(mark) };
    }
    case "lang": {
      const { lang } = condition;
      return {
        cost: 3,
        run: ({ post }) =>
          post.lang === undefined ? null : isLang(post.lang.toLowerCase().replaceAll("_", "-"), lang),
      };
    }
    case "has":
      return { cost: 5, run: HAS[condition.part] };
    case "measure": {
      const measure = MEASURED[condition.measure];
      const compare = COMPARE[condition.comparison];
      const { value } = condition;
      return {
        cost: condition.measure === "length" ? 8 : 2,
        run: (view) => {
          const found = measure(view);
          return found === null ? null : compare(found, value);
        },
      };
    }
    case "url": {
      const { host, path } = condition;
      return {
        cost: 6,
        run: (view) => view.links.some((link) => isWithin(link.host, host) && isBelow(link.path, path)),
      };
    }
    case "mentions": {
      const { handle } = condition;
      return { cost: 7, run: (view) => view.mentions.has(handle) };
    }
    case "tag": {
      const tag = fold(condition.tag);
      return { cost: 7, run: (view) => view.tags.has(tag) };
    }
    case "words": {
      const phrase = fold(condition.phrase);
      const { place } = condition;
      return {
        cost: 10,
        run: (view) => {
          const texts = view.words(place);
          return texts && texts.some((text) => occurs(phrase, text));
        },
      };
    }
    case "regex":
      return regexTest(condition.pattern, condition.flags, condition.place);
  }
};

/** `decides` ends the search at once; null beats what is left. */
const joined = (tests: readonly Test[], decides: boolean): Test => {
  const sorted = [...tests].sort((a, b) => a.cost - b.cost);
  return {
    cost: sorted.reduce((sum, { cost }) => sum + cost, 0),
    run: (view) => {
      let told: Met = !decides;
      for (const test of sorted) {
        const met = test.run(view);
        if (met === decides) return met;
        if (met === null) told = null;
      }
      return told;
    },
  };
};

/** Three-valued logic: what cannot be told meets neither a term nor its opposite. */
export const compileQuery = (query: Query, siteNames: SiteNames): Test => {
  switch (query.kind) {
    case "all":
      return joined(
        query.queries.map((part) => compileQuery(part, siteNames)),
        false,
      );
    case "any":
      return joined(
        query.queries.map((part) => compileQuery(part, siteNames)),
        true,
      );
    case "not": {
      const { cost, run } = compileQuery(query.query, siteNames);
      return {
        cost,
        run: (view) => {
          const met = run(view);
          return met === null ? null : !met;
        },
      };
    }
    default:
      return testOf(query, siteNames);
  }
};

/** Every condition of a query, wherever it stands. */
export const conditionsOf = (query: Query): Condition[] => {
  if (query.kind === "not") return conditionsOf(query.query);
  return query.kind === "all" || query.kind === "any" ? query.queries.flatMap(conditionsOf) : [query];
};
