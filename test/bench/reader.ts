import { JSDOM, VirtualConsole } from "jsdom";

import { x } from "../../src/core/sites/x";
import { findPosts, readMe, readPost } from "../../src/page/read";
import { renderTimeline, SAMPLE_POSTS } from "../timeline";

const URL = "https://x.com/home";
const COUNT = 500;
const ROUNDS = 5;

/** The reader alone, on a page that stands still, in jsdom: the slowest DOM it meets, and the one of the command line. */
export const measureReader = (): object => {
  const posts = Array.from({ length: COUNT }, (_, at) => SAMPLE_POSTS[at % SAMPLE_POSTS.length]!);
  const html = renderTimeline(posts, { virtual: false });
  const { document } = new JSDOM(html, { url: URL, virtualConsole: new VirtualConsole() }).window;
  const me = readMe(x, document);
  const times: number[] = [];
  let read = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    read = findPosts(x, document).filter((element) => readPost(x, element, { url: URL, me })).length;
    times.push(performance.now() - started);
  }
  // The best round: the others were disturbed by something else.
  return { posts: read, "jsdom posts per second": (read / Math.min(...times)) * 1000 };
};
