import { describe, expect, it } from "vitest";

import { surfaceOf } from "../../../src/core/sites";
import { facebook } from "../../../src/core/sites/facebook";
import { hackerNews } from "../../../src/core/sites/hacker-news";
import { lemmy } from "../../../src/core/sites/lemmy";
import { mastodon } from "../../../src/core/sites/mastodon";
import { substack } from "../../../src/core/sites/substack";
import { tumblr } from "../../../src/core/sites/tumblr";

describe.each([
  [
    mastodon,
    {
      home: ["/", "/home", "/deck/home", "/public/local", "/lists/4"],
      search: ["/explore", "/explore/links", "/tags/slow", "/search?q=a"],
      notifications: ["/notifications", "/notifications/requests", "/deck/notifications"],
      thread: ["/@a/116700000000000001", "/@a@b.example/1/reblogs", "/deck/@a/1", "/users/a/statuses/1"],
      profile: ["/@a", "/@a@b.example/media", "/@a/with_replies", "/@a/tagged/slow", "/users/a"],
      other: ["/settings/preferences", "/about", "/@a/followers"],
    },
  ],
  [
    lemmy,
    {
      home: ["/", "/home?sort=New", "/c/knots", "/c/knots@fen.example"],
      thread: ["/post/1", "/post/1/2", "/comment/3"],
      profile: ["/u/ada", "/u/ada@fen.example"],
      search: ["/search?q=a"],
      notifications: ["/inbox"],
      other: ["/modlog", "/settings"],
    },
  ],
  [
    hackerNews,
    {
      home: ["/", "/news?p=2", "/newest", "/newcomments"],
      thread: ["/item?id=1"],
      profile: ["/user?id=a", "/threads?id=a", "/submitted?id=a"],
      other: ["/newsguidelines.html", "/login"],
    },
  ],
  [
    facebook,
    {
      home: ["/", "/groups/4242", "/watch/"],
      thread: [
        "/a.b/posts/pfbid0x",
        "/groups/4/posts/5/",
        "/permalink.php?story_fbid=1",
        "/photo/?fbid=1",
        "/a/videos/1/",
        "/reel/5",
      ],
      profile: ["/a.b", "/profile.php?id=1", "/people/A-B/1/"],
      search: ["/search/posts?q=a", "/hashtag/a"],
      notifications: ["/notifications/"],
      other: ["/messages/t/1", "/marketplace/item/1"],
    },
  ],
  [
    substack,
    {
      home: ["/notes", "/home", "/"],
      thread: ["/@a/note/c-1?r=2", "/profile/1-a/note/c-2"],
      profile: ["/@a", "/@a/notes", "/profile/1-a"],
      search: ["/search/boats"],
      notifications: ["/activity"],
      other: ["/p/on-fog"],
    },
  ],
  [
    tumblr,
    {
      home: ["/dashboard", "/dashboard/following"],
      thread: [
        "/a-b/761000000000000001/slug",
        "/a-b/761000000000000001",
        "/blog/view/a-b/761000000000000001",
      ],
      profile: ["/a-b", "/blog/a-b", "/a-b/archive"],
      search: ["/tagged/tides", "/search/tides"],
      notifications: ["/activity"],
      other: ["/settings/account"],
    },
  ],
] as const)("surfaces of $id", (site, table) => {
  it.each(
    Object.entries<readonly string[]>(table).flatMap(([surface, paths]) =>
      paths.map((path) => [path, surface]),
    ),
  )("%s is %s", (path, surface) => {
    expect(surfaceOf(site, `https://${site.hosts[0] ?? "any.example"}${path}`)).toBe(surface);
  });
});
