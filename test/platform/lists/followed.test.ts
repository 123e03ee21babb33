import "fake-indexeddb/auto";

import { beforeEach, describe, expect, it } from "vitest";

import type { Post } from "../../../src/core/vocab/post";
import { database, eraseLists } from "../../../src/platform/lists/database";
import { followedHandles, noteFollowed } from "../../../src/platform/lists/followed";

const by = (handle: string, ...is: Post["is"]): Pick<Post, "author" | "is"> => ({ author: { handle }, is });

beforeEach(eraseLists);

describe("people whom the user follows", () => {
  it("are known as far as posts told, whatever the spelling of their handle", async () => {
    await noteFollowed(
      [by("@Friend", "following"), by("stranger"), by("other", "following", "reply"), { is: ["following"] }],
      1,
    );
    const follows = await followedHandles();
    expect(["friend", "FRIEND", "@friend", "other", "stranger", ""].map(follows)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("are not written down by name", async () => {
    await noteFollowed([by("secret_name", "following")], 1);
    const keys = await (await database()).getAllKeys("followed");
    expect(keys).toHaveLength(1);
    expect(JSON.stringify(keys)).not.toContain("secret");
  });

  it("are nobody to begin with", async () => {
    expect((await followedHandles())("anybody")).toBe(false);
  });
});
