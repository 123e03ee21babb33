import type { Post } from "../core/vocab/post";
import { browser } from "./browser";
import { sendToTab } from "./send";

/** Tabs that are asked, the one used last first. */
const MOST_TABS = 5;

/** The posts of the tab, among those that Winnow reads, that the user looked at last; none if there is no such tab. */
export const openPosts = async (): Promise<Post[]> => {
  // Only tabs of sites that were permitted show their address.
  const tabs = (await browser.tabs.query({ discarded: false })).filter(({ url }) =>
    url?.startsWith("https://"),
  );
  tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  for (const { id } of tabs.slice(0, MOST_TABS)) {
    if (id === undefined) continue;
    const answer = await sendToTab(id, "open-posts", {}).catch(() => null);
    if (answer && answer.posts.length > 0) return answer.posts;
  }
  return [];
};
