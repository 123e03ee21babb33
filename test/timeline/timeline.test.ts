import { describe, expect, it } from "vitest";

import { readPage } from "../sites/cases";
import { idOf, SAMPLE_POSTS, timelinePage } from ".";

describe("the sample timeline", () => {
  const posts = readPage(timelinePage({ virtual: false }), "https://x.com/home");

  it("holds about forty posts of all kinds, and the reader finds each", () => {
    expect(posts.length).toBe(SAMPLE_POSTS.length);
    const marks = new Set(posts.flatMap(({ is }) => is));
    for (const mark of [
      "ad",
      "automated",
      "declared-ai",
      "pinned",
      "quote",
      "reply",
      "repost",
      "translated",
      "truncated",
      "verified",
    ]) {
      expect(marks, mark).toContain(mark);
    }
    expect(posts.some(({ text, media }) => text === "" && media.length > 0)).toBe(true);
  });

  it.each(SAMPLE_POSTS.map((sample, index) => [sample.handle, sample, index] as const))(
    "%s is read as it was written",
    (_, sample, index) => {
      const post = posts[index];
      expect(post?.author?.handle).toBe(sample.handle);
      const written = sample.cutAt === undefined ? sample.text : sample.text.slice(0, sample.cutAt);
      const link = sample.link ? ` https://${sample.link}` : "";
      expect(post?.text).toBe(`${written}${link}`.replace(/\p{Cs}/gu, "\uFFFD").trim());
      if (!sample.ad) expect(post?.id).toBe(idOf(index));
    },
  );

  it("asks for nothing from outside", () => {
    const page = timelinePage();
    expect(page).not.toMatch(/(?:src|srcset|poster)=\\?"https?:/);
    expect(page).not.toMatch(/<link[^>]+href="https?:/);
  });
});
