import type { PlasmoCSConfig } from "plasmo";

import { explain } from "../core/judge/explain";
import { siteForUrl } from "../core/sites";
import { MAX_BATCH } from "../core/vocab/limits";
import { startFeed } from "../page/feed";
import { receive } from "../platform/receive";
import { send } from "../platform/send";

/**
 * Matches nothing that exists: the background registers this script for the sites that the user
 * switches on. The list must stay a literal, or the bundler turns it into "all addresses".
 */
export const config: PlasmoCSConfig = {
  matches: ["https://feed.winnow.invalid/*"],
  css: ["../page/show/show.css"],
  run_at: "document_start",
};

const STARTED = "winnowFeedStarted";

const start = (): void => {
  const site = siteForUrl(location.href);
  // Registered at load and run in open tabs too: the second one has nothing to do.
  if (!site || window.top !== window || STARTED in globalThis) return;
  Object.defineProperty(globalThis, STARTED, { value: true });

  const life = new AbortController();
  const ask: typeof send = async (name, request) => {
    try {
      return await send(name, request);
    } catch (error) {
      // The extension was updated or removed under us: leave the page as if we had never been there.
      if (!chrome.runtime?.id) life.abort();
      throw error;
    }
  };

  const feed = startFeed({
    document,
    site,
    explain,
    judge: async (posts) => (await ask("judge", { posts })).verdicts,
    report: (state) => void ask("report", state).catch(() => undefined),
    signal: life.signal,
    // Until the background says what this tab is to do, nothing is read.
    state: { on: false, paused: false },
  });

  receive(
    "feed",
    {
      "tab-state": async (state) => {
        feed.setState(state);
        feed.rejudge();
        return {};
      },
      "open-posts": async () => ({ posts: feed.posts().slice(0, MAX_BATCH) }),
      "show-all": async () => {
        feed.showAll();
        return {};
      },
    },
    life.signal,
  );
  // The browser may be starting, and the background not there yet: ask again, ever more slowly.
  const askForOrders = async (wait: number): Promise<void> => {
    try {
      feed.setState(await ask("hello", {}));
    } catch {
      if (!life.signal.aborted) setTimeout(() => void askForOrders(Math.min(2 * wait, 60_000)), wait);
    }
  };
  void askForOrders(100);
};

start();
