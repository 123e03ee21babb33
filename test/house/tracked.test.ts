import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { ROOT, trackedFiles } from "./support/files";

/** The biggest file that may be tracked: a model's weights are the only ones that come near. */
const LARGEST = 8_000_000;

const isText = (path: string): boolean =>
  /\.(tsx?|m?js|json|md|html|css|py|txt|ya?ml|jsonl|svg)$|^\.|\/run$/.test(path);

/** What must not stand in a file that others read, and why. None matches its own spelling here. */
const FORBIDDEN: { readonly why: string; readonly pattern: RegExp }[] = [
  { why: "a path of one machine", pattern: /(?:^|[\s"'`(=])\/(?:work|farm|home\/\w+|Users\/\w+)\/\w/ },
  { why: "a registry's address", pattern: /registry\.(?:npm|yarn)\w*\.\w+|\/artifactory\/|verdacc[i]o/ },
  { why: "a secret", pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\bghp_\w{20}|\bAKIA[0-9A-Z]{16}\b/ },
];

const tracked = trackedFiles();

describe("tracked files", () => {
  it.each(FORBIDDEN)("hold no $why", ({ pattern }) => {
    const found = tracked.filter(isText).flatMap((path) => {
      const lines = readFileSync(join(ROOT, path), "utf8").split("\n");
      return lines.flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}`] : []));
    });
    expect(found).toEqual([]);
  });

  it("are small", () => {
    expect(tracked.filter((path) => statSync(join(ROOT, path)).size > LARGEST)).toEqual([]);
  });

  it("hold nothing that was built or installed", () => {
    expect(tracked.filter((path) => /^(build|node_modules|\.plasmo|\.cache|coverage)\//.test(path))).toEqual(
      [],
    );
  });
});

/** Real pages hold other people's posts: they may lie beside the checkout and never in it. */
const shared = join(ROOT, "../shared/fixtures");

describe.skipIf(!existsSync(shared))("pages of real people", () => {
  it("are not copied", () => {
    const hash = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
    const pages = readdirSync(shared, { recursive: true, encoding: "utf8" })
      .map((path) => join(shared, path))
      .filter((path) => statSync(path).isFile());
    const theirs = new Set(pages.map(hash));
    expect(tracked.filter((path) => theirs.has(hash(join(ROOT, path))))).toEqual([]);
  });
});
