import { join } from "node:path";

import type { Driver } from "../../src/dev/browsers/driver";
import { ROOT } from "../../src/dev/run.mjs";
import type { LocalServer } from "../../src/dev/server/local-server";
import { sampleSite } from "../../src/dev/server/sample-site";
import { SAMPLE_POSTS } from "../timeline";
import { bundle } from "./bundle";
import type * as Reader from "./reader-alone";

const ROUNDS = 10;

/** The reader alone, in a page of Chromium's that Winnow does not read. */
export const readerInPage = async (driver: Driver, server: LocalServer, count: number): Promise<object> => {
  const posts = Array.from({ length: count }, (_, at) => SAMPLE_POSTS[at % SAMPLE_POSTS.length]!);
  server.serve((_host, path) => sampleSite(posts, { virtual: false })("x.com", path));
  const page = await driver.open("https://read.example/home");
  await page.evaluate(bundle(join(ROOT, "test/bench/reader-alone.ts"), "reader"));
  const { read, times } = await page.evaluate((rounds) => {
    const { x, findPosts, readMe, readPost } = (globalThis as unknown as { reader: typeof Reader }).reader;
    const url = "https://x.com/home";
    const times: number[] = [];
    let read = 0;
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      const me = readMe(x, document);
      read = findPosts(x, document).filter((element) => readPost(x, element, { url, me })).length;
      times.push(performance.now() - started);
    }
    return { read, times };
  }, ROUNDS);
  await page.close();
  server.serve(sampleSite());
  return { posts: read, "posts per second": (read / Math.min(...times)) * 1000 };
};
