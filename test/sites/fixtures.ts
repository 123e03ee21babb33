import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "vitest";

import type { Post } from "../../src/core/vocab/post";
import { readPage } from "./cases";

const FIXTURES = join(import.meta.dirname, "../../../shared/fixtures");

/** Pages that stay out of the project. Without ../shared, what needs them is skipped. */
export const hasFixture = (path: string): boolean => existsSync(join(FIXTURES, path));

export const readFixture = (path: string, url: string): Post[] =>
  readPage(readFileSync(join(FIXTURES, path), "utf8").replace(/<style[\s\S]*?<\/style>/g, ""), url);

/** How many posts have each field, and each mark. */
export interface Counts {
  posts: number;
  ownId?: number;
  permalink?: number;
  author?: number;
  name?: number;
  text?: number;
  lang?: number;
  time?: number;
  media?: number;
  alt?: number;
  links?: number;
  quote?: number;
  marks?: Record<string, number>;
}

/** Count the fields that the expectation names. */
export const countFields = (posts: readonly Post[]): Required<Counts> => {
  const count = (has: (post: Post) => unknown): number => posts.filter((post) => Boolean(has(post))).length;
  const marks: Record<string, number> = {};
  for (const mark of posts.flatMap(({ is }) => is)) marks[mark] = (marks[mark] ?? 0) + 1;
  return {
    posts: posts.length,
    ownId: count(({ id }) => !id.startsWith("~")),
    permalink: count(({ permalink }) => permalink),
    author: count(({ author }) => author),
    name: count(({ author }) => author?.name),
    text: count(({ text }) => text),
    lang: count(({ lang }) => lang),
    time: count(({ time }) => time),
    media: count(({ media }) => media.length > 0),
    alt: count(({ media }) => media.some(({ alt }) => alt)),
    links: count(({ links }) => links.length > 0),
    quote: count(({ quote }) => quote),
    marks,
  };
};

/** Every post of a page has an id of its own, and no two the same. */
export const expectDistinct = (posts: readonly Post[]): void => {
  expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
};
