import { describe, expect, it } from "vitest";

import { siteForUrl, surfaceOf } from "../../../src/core/sites";

describe("addresses", () => {
  it.each([
    ["https://bsky.app/", "bluesky", "home"],
    ["https://bsky.app/profile/a.example", "bluesky", "profile"],
    ["https://bsky.app/profile/did:plc:aaaa/feed/whats-hot", "bluesky", "home"],
    ["https://bsky.app/profile/a.example/post/3lqm7bbbbbs2x", "bluesky", "thread"],
    ["https://bsky.app/profile/a.example/post/3lqm7bbbbbs2x/quotes", "bluesky", "thread"],
    ["https://bsky.app/profile/a.example/followers", "bluesky", "other"],
    ["https://bsky.app/hashtag/ferry", "bluesky", "search"],
    ["https://bsky.app/notifications", "bluesky", "notifications"],
    ["https://bsky.app/messages", "bluesky", "other"],
    ["https://www.reddit.com/?feed=home", "reddit", "home"],
    ["https://www.reddit.com/r/popular/", "reddit", "home"],
    ["https://old.reddit.com/r/ladders/top/", "reddit", "home"],
    ["https://www.reddit.com/r/ladders/comments/1abc/a_title/", "reddit", "thread"],
    ["https://www.reddit.com/r/ladders/comments/1abc/comment/xyz/", "reddit", "thread"],
    ["https://www.reddit.com/user/someone/comments/1abc/an_advertisement/", "reddit", "thread"],
    ["https://www.reddit.com/user/someone/comments/", "reddit", "profile"],
    ["https://www.reddit.com/u/someone", "reddit", "profile"],
    ["https://www.reddit.com/search/?q=ladder", "reddit", "search"],
    ["https://www.reddit.com/r/ladders/wiki/index", "reddit", "other"],
    ["https://www.linkedin.com/feed/", "linkedin", "home"],
    ["https://www.linkedin.com/feed/update/urn:li:activity:7200000000000000001/", "linkedin", "thread"],
    ["https://uk.linkedin.com/posts/someone_words-activity-7200000000000000001-abcd", "linkedin", "thread"],
    ["https://www.linkedin.com/in/someone/recent-activity/all/", "linkedin", "profile"],
    ["https://www.linkedin.com/search/results/content/?keywords=a", "linkedin", "search"],
    ["https://www.linkedin.com/jobs/", "linkedin", "other"],
    ["https://www.youtube.com/watch?v=aaaaaaaaaaa", "youtube", "thread"],
    ["https://www.youtube.com/@someone/posts", "youtube", "profile"],
    ["https://www.youtube.com/post/UgkxAAAA", "youtube", "thread"],
    ["https://www.youtube.com/results?search_query=a", "youtube", "search"],
    ["https://www.youtube.com/", "youtube", "home"],
    ["https://www.threads.com/", "threads", "home"],
    ["https://www.threads.net/@some.one/post/C9aaaaaaaaa", "threads", "thread"],
    ["https://www.threads.com/@some.one/replies", "threads", "profile"],
    ["https://www.threads.com/search?q=a", "threads", "search"],
    ["https://www.instagram.com/", "instagram", "home"],
    ["https://www.instagram.com/p/DZab1cDeFgH/", "instagram", "thread"],
    ["https://www.instagram.com/some.one/reels/", "instagram", "profile"],
    ["https://www.instagram.com/explore/", "instagram", "search"],
    ["https://www.tiktok.com/foryou", "tiktok", "home"],
    ["https://www.tiktok.com/@some.one/video/7600000000000000001", "tiktok", "thread"],
    ["https://www.tiktok.com/@some.one", "tiktok", "profile"],
  ])("%s is %s, %s", (url, id, surface) => {
    const site = siteForUrl(url);
    expect(site?.id).toBe(id);
    expect(site && surfaceOf(site, url)).toBe(surface);
  });

  it.each([
    "https://bsky.app.evil.example/",
    "https://notreddit.com/",
    "https://linkedin.com.example/",
    "https://evilthreads.net/",
  ])("%s is none of them", (url) => {
    expect(siteForUrl(url)).toBeNull();
  });
});
