import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../../src/dev/run.mjs";
import { zipFolder } from "../../src/dev/zip";

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => statSync(join(folder, path)))
    .filter((entry) => entry.isFile())
    .reduce((sum, { size }) => sum + size, 0);

/** What is downloaded and what lies on the disk, in bytes. */
export const measurePackage = (): object =>
  Object.fromEntries(
    ["chrome-mv3-prod", "firefox-mv3-prod"].map((build) => {
      const folder = join(ROOT, "build", build);
      return [build, { "bytes zipped": zipFolder(folder, 9).length, "bytes unpacked": sizeOf(folder) }];
    }),
  );
