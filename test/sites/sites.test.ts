import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as v from "valibot";
import { describe, expect, it } from "vitest";

import { PostSchema } from "../../src/core/vocab/post";
import { allCases, readPage } from "./cases";

describe.each(allCases())("$site/$name", ({ html, expected }) => {
  it("is read as a person reads it", () => {
    expect(readPage(html, expected.url)).toEqual(expected.posts);
  });

  it("gives posts that fit the schema", () => {
    for (const post of readPage(html, expected.url)) expect(v.is(PostSchema, post)).toBe(true);
  });
});

const REAL = join(import.meta.dirname, "../../../shared/fixtures/x");
const real = (name: string): string => readFileSync(join(REAL, name), "utf8");

// Real pages hold other people's posts and stay out of the project: without ../shared/fixtures there is nothing to read.
describe.skipIf(!existsSync(REAL))("real posts of X, where ../shared/fixtures is there", () => {
  it("a quote, X's AI label and a translation in place", () => {
    const [post, ...more] = readPage(real("post-quote-ai-label-translated.html"), "https://x.com/home");
    expect(more).toEqual([]);
    expect(post).toMatchObject({
      id: "1000000000000000001",
      author: { handle: "sample", name: "Sample Name" },
      is: ["declared-ai", "quote", "translated"],
      media: [{ kind: "image" }],
      quote: { author: { handle: "sample" }, text: post?.text },
      time: "2026-09-14T22:12:36.000Z",
    });
    expect(post?.media[0]?.alt).toBeUndefined();
  });

  it("a post cut by Show more", () => {
    const [post] = readPage(real("post-show-more.html"), "https://x.com/home");
    expect(post).toMatchObject({ id: "9000000000000000001", author: { handle: "alice", name: "Alice🥭" } });
    expect(post?.is).toEqual(["quote", "truncated", "verified"]);
    expect(post?.text).toMatch(/\n\n/);
  });
});
