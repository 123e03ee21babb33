import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../../..");

/**
 * Files that git tracks or would track, with paths from the root. Without git (a source archive, as a store's
 * reviewer has it) there is nothing to list, and the conventions are checked where the work is done.
 */
export const trackedFiles = (): string[] =>
  existsSync(join(ROOT, ".git"))
    ? execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
        cwd: ROOT,
        encoding: "utf8",
      })
        .split("\0")
        .filter((path) => path !== "" && existsSync(join(ROOT, path)))
    : [];

/** Our own TypeScript. */
export const sourceFiles = (): string[] =>
  trackedFiles().filter((path) => /^(src|test)\/.*\.tsx?$/.test(path) || path === "plasmo.config.ts");
