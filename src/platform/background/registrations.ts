import { browser } from "../browser";
import { hasOrigins } from "../permissions";

/** What the background needs to know of a site to run the feed there. */
export interface SiteHosts {
  id: string;
  origins: readonly string[];
}

interface FeedFiles {
  js: string[];
  css: string[];
}

/** Names of the feed's files in this build; Firefox gives them as full addresses. */
const feedFiles = (): FeedFiles => {
  const own = browser.runtime.getURL("");
  const relative = (files: readonly string[] | undefined): string[] =>
    (files ?? []).map((file) => (file.startsWith(own) ? file.slice(own.length) : file));
  const script = browser.runtime.getManifest().content_scripts?.[0];
  return { js: relative(script?.js), css: relative(script?.css) };
};

const idOf = (site: SiteHosts): string => `feed-${site.id}`;

/** Run the feed in tabs of a site that are open already, so that no reload is needed. */
const startInOpenTabs = async (site: SiteHosts, files: FeedFiles): Promise<void> => {
  const tabs = await browser.tabs.query({ url: [...site.origins] });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      try {
        if (files.css.length > 0)
          await browser.scripting.insertCSS({ target: { tabId: id }, files: files.css });
        await browser.scripting.executeScript({ target: { tabId: id }, files: files.js });
      } catch {
        // An error page or a tab that was closed: the next page there is read.
      }
    }),
  );
};

let running: Promise<unknown> = Promise.resolve();

const reconcile = async (
  sites: readonly SiteHosts[],
  on: Readonly<Record<string, boolean>>,
  starting: boolean,
): Promise<void> => {
  const files = feedFiles();
  const registered = await browser.scripting.getRegisteredContentScripts();
  const current = new Map(registered.map((script) => [script.id, script]));
  for (const site of sites) {
    const script = current.get(idOf(site));
    // Registering without the permission succeeds and never runs: ask first.
    const wanted = on[site.id] === true && (await hasOrigins(site.origins));
    const same =
      script?.js?.join() === files.js.join() &&
      [...(script.matches ?? [])].sort().join() === [...site.origins].sort().join();
    if (script && !(wanted && same)) await browser.scripting.unregisterContentScripts({ ids: [script.id] });
    if (wanted && !same) {
      await browser.scripting.registerContentScripts([
        {
          id: idOf(site),
          matches: [...site.origins],
          ...files,
          runAt: "document_start",
          persistAcrossSessions: true,
        },
      ]);
    }
    // A browser that starts may open its tabs before it knows the registered scripts. A feed that runs
    // already takes no notice.
    if (wanted && (starting || !same)) await startInOpenTabs(site, files);
    current.delete(idOf(site));
  }
  // Left behind by a version that knew other sites.
  if (current.size > 0) await browser.scripting.unregisterContentScripts({ ids: [...current.keys()] });
};

/**
 * Make the registered scripts those of the sites that are on and permitted; one call after the other.
 * @param starting the browser or the extension has just been started
 */
export const registerFeeds = (
  sites: readonly SiteHosts[],
  on: Readonly<Record<string, boolean>>,
  starting: boolean,
): Promise<void> => {
  const next = running.then(() => reconcile(sites, on, starting));
  running = next.catch(() => undefined);
  return next;
};
