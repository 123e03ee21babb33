/**
 * Writes what the reader finds in a case as its expected.json, to be read through and corrected by a person:
 *
 *     npx tsx test/sites/propose.ts hacker-news/front-page https://news.ycombinator.com/
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { readPage } from "./cases";

const [name, url] = process.argv.slice(2);
if (name === undefined || url === undefined) {
  console.error("Name a case and the address of its page: npx tsx test/sites/propose.ts SITE/CASE URL");
  process.exitCode = 1;
} else {
  const folder = join(import.meta.dirname, name);
  const posts = readPage(readFileSync(join(folder, "page.html"), "utf8"), url);
  writeFileSync(join(folder, "expected.json"), `${JSON.stringify({ url, posts }, null, 2)}\n`);
  console.log(
    `${posts.length} posts written to test/sites/${name}/expected.json. Read each: the reader may be wrong.`,
  );
}
