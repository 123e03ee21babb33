import { describe, expect, it } from "vitest";

import { type Counts, countFields, expectDistinct, hasFixture, readFixture } from "./fixtures";

/** Posts found of posts there, field by field; what a page does not show is 0. */
const PAGES: readonly [file: string, url: string, there: Counts][] = [
  [
    "bluesky/profile.html",
    "https://bsky.app/profile/a.example",
    {
      posts: 28,
      ownId: 28,
      permalink: 28,
      author: 28,
      name: 28,
      text: 28,
      time: 28,
      media: 3,
      quote: 6,
      marks: { quote: 6, reply: 2, repost: 2, verified: 26 },
    },
  ],
  [
    "bluesky/thread.html",
    "https://bsky.app/profile/a.example/post/3mdd7aj7pgs2x",
    {
      posts: 52,
      ownId: 52,
      permalink: 52,
      author: 52,
      name: 52,
      text: 51,
      time: 52,
      media: 4,
      quote: 1,
      marks: { quote: 1, reply: 51, verified: 1 },
    },
  ],
  [
    "skeletons/reddit-feed.html",
    "https://www.reddit.com/?feed=home",
    {
      posts: 5,
      ownId: 5,
      permalink: 5,
      author: 5,
      text: 5,
      lang: 5,
      time: 5,
      media: 4,
      marks: { ad: 1 },
    },
  ],
  [
    "skeletons/reddit-comments.html",
    "https://www.reddit.com/r/OddLadders/comments/1zzb000/orchard_ladder/",
    // The advertisement shows neither link nor time.
    {
      posts: 8,
      ownId: 8,
      permalink: 7,
      author: 8,
      text: 8,
      lang: 1,
      time: 7,
      media: 1,
      links: 2,
      marks: { ad: 1, automated: 1, pinned: 2, reply: 6 },
    },
  ],
  [
    "skeletons/linkedin-feed.html",
    "https://www.linkedin.com/feed/",
    // Five posts, one of them promoted and without the token that holds id and date, and a comment.
    {
      posts: 6,
      ownId: 6,
      permalink: 5,
      author: 6,
      name: 6,
      text: 6,
      time: 5,
      media: 5,
      links: 1,
      marks: { ad: 1, reply: 1, verified: 2 },
    },
  ],
  [
    "skeletons/youtube-post.html",
    "https://www.youtube.com/watch?v=aaQ0lanternW",
    // No names beside the handles, and no dates but in words.
    { posts: 5, ownId: 5, permalink: 5, author: 5, text: 5, marks: { reply: 2 } },
  ],
  [
    "skeletons/facebook-feed.html",
    "https://www.facebook.com/",
    // One ordinary post, one advertisement: neither shows a time, and the latter no number.
    {
      posts: 2,
      ownId: 1,
      permalink: 1,
      author: 2,
      name: 2,
      text: 2,
      media: 2,
      marks: { ad: 1, verified: 1 },
    },
  ],
  [
    "skeletons/instagram-feed.html",
    "https://www.instagram.com/",
    // Handles only; descriptions of pictures are a machine's.
    {
      posts: 3,
      ownId: 3,
      permalink: 3,
      author: 3,
      text: 3,
      time: 3,
      media: 3,
      alt: 0,
      marks: { verified: 1 },
    },
  ],
  [
    "skeletons/tiktok-feed.html",
    "https://www.tiktok.com/foryou",
    // A third article is empty until it comes near; no item links to itself.
    { posts: 2, ownId: 2, author: 2, text: 1, time: 2, media: 2 },
  ],
];

describe.each(PAGES)("%s", (file, url, there) => {
  it.skipIf(!hasFixture(file))("is found whole (skipped where ../shared/fixtures is absent)", () => {
    const posts = readFixture(file, url);
    expect(countFields(posts)).toMatchObject(there);
    expectDistinct(posts);
  });
});

describe.skipIf(!hasFixture("bluesky/thread.html"))("Bluesky's dates, which it shows in words only", () => {
  it("agree with the time told by the posts' keys, to the minute, in one zone for all", () => {
    const posts = readFixture("bluesky/thread.html", "https://bsky.app/profile/a.example/post/3mdd7aj7pgs2x");
    // 3:30 PM on the clock of whoever saved the page.
    expect(posts[1]?.time).toMatch(/^2026-01-26T14:30:/);
    expect(posts.every(({ time }) => time !== undefined && time >= "2026-01-26" && time < "2026-01-28")).toBe(
      true,
    );
  });
});
