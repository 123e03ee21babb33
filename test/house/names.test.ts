import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { describe, expect, it } from "vitest";

import { ROOT, sourceFiles, trackedFiles } from "./support/files";

const LONGEST = 300;

/** "judge-posts.test.ts", "background.chrome.ts", "page.html" */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Names that others decide: locales by the browsers, the rest by custom. */
const FIXED =
  /^(README|LICENSE|CHANGELOG|CONTRIBUTING|PRIVACY|SECURITY|CARD)(\.md)?$|^_locales$|^[a-z]{2}_[A-Z]{2}$/;

describe("files", () => {
  it("are named in kebab-case", () => {
    const parts = trackedFiles()
      .filter((path) => /^(src|test|docs)\//.test(path))
      .flatMap((path) => path.split("/").map((part) => ({ path, part })));
    const names = parts.filter(({ part }) => !KEBAB.test(part) && !FIXED.test(part));
    // Python's own convention is the underscore; __name__ folders and files are test runners' markers.
    expect(names.filter(({ path }) => !path.endsWith(".py")).map(({ path }) => path)).toEqual([]);
  });

  it(`are at most ${LONGEST} lines long`, () => {
    const long = sourceFiles()
      .map((path) => ({ path, lines: readFileSync(join(ROOT, path), "utf8").split("\n").length - 1 }))
      .filter(({ lines }) => lines > LONGEST);
    expect(long).toEqual([]);
  });

  it("have named exports, but for entry points and tools' configuration, which others read", () => {
    const entry = (path: string): boolean =>
      /^src\/([^/]+|contents\/[^/]+|tabs\/[^/]+)$/.test(path) || basename(path).includes(".config.");
    const withDefault = sourceFiles().filter(
      (path) => !entry(path) && /^export default /m.test(readFileSync(join(ROOT, path), "utf8")),
    );
    expect(withDefault).toEqual([]);
  });
});
