import type { Condition, RegexPlace } from "../vocab/rule";

/** What must be got ready of a post, for some rule asks for it. */
export interface Needs {
  ai: boolean;
  authorAi: boolean;
  copies: boolean;
  credentials: boolean;
  from: boolean;
  /** Words in the text, in descriptions of media, in the author's name. */
  words: boolean;
  alt: boolean;
  name: boolean;
  mentions: boolean;
  tags: boolean;
  links: boolean;
  /** Keys such as `is:reply`. */
  plain: boolean;
  /** Literals of patterns are looked for in these places. */
  patterns: Exclude<RegexPlace, "post">[];
}

/** Of a set without rules. */
export const noNeeds = (): Needs => ({
  ai: false,
  authorAi: false,
  copies: false,
  credentials: false,
  from: false,
  words: false,
  alt: false,
  name: false,
  mentions: false,
  tags: false,
  links: false,
  plain: false,
  patterns: [],
});

/** Take in what one condition asks for. */
export const addNeeds = (needs: Needs, condition: Condition): void => {
  switch (condition.kind) {
    case "words":
      if (condition.place === "post" || condition.place === "text") needs.words = true;
      if (condition.place === "post" || condition.place === "alt") needs.alt = true;
      if (condition.place === "name") needs.name = true;
      return;
    case "regex":
      for (const place of condition.place === "post" ? (["text", "alt"] as const) : [condition.place])
        if (!needs.patterns.includes(place)) needs.patterns.push(place);
      return;
    case "mentions":
      needs.mentions = true;
      return;
    case "tag":
      needs.tags = true;
      return;
    case "url":
      needs.links = true;
      return;
    case "from":
      needs.from = true;
      return;
    case "measure":
      if (condition.measure === "ai") needs.ai = true;
      if (condition.measure === "author-ai") needs.authorAi = true;
      if (condition.measure === "copies") needs.copies = true;
      return;
    case "has":
      if (condition.part === "credentials") needs.credentials = true;
      needs.plain = true;
      return;
    default:
      needs.plain = true;
  }
};
