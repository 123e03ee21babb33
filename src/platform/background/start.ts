import type { Classify } from "../../core/detect/classify";
import { SITES, siteForUrl } from "../../core/sites";
import type { Health } from "../../core/vocab/health";
import { emptyTally } from "../../core/vocab/tally";
import { browser, type Runtime } from "../browser";
import type { TabState, TabStatus } from "../messages";
import { hasOrigins, watchPermissions } from "../permissions";
import { receive } from "../receive";
import { sendToTab } from "../send";
import { noteFollowed } from "../lists/followed";
import { isFresh, type LoadedSettings, loadSettings, storageHealth, watchSettings } from "../settings-store";
import { readSession, writeSession } from "../storage";
import { openWelcome } from "../tabs";
import { offerToFollowLinks } from "./follow-menu";
import { createJudge } from "./judging";
import { browserLists, browserSync, keepListsUpToDate, listHandlers, listSource, soon } from "./lists";
import { registerFeeds } from "./registrations";
import { changeTabRecord, forgetTab, showBadge, tabRecord } from "./tab-records";

const MODEL_KEY = "model";

/** A rule may name a site by its id or by any of its hosts. */
const siteNames = (nameOrHost: string): string | undefined =>
  (SITES.find(({ id }) => id === nameOrHost) ?? siteForUrl(`https://${nameOrHost}/`))?.id;

/**
 * Everything that the background does. It may be stopped and started at any moment: what must last
 * is in storage, what is kept here can be made anew. Listeners are added at once, so that a message
 * or an event that starts the background is not missed.
 */
export const startBackground = (classify: Classify): void => {
  const never = new AbortController().signal;

  let loaded: Promise<LoadedSettings> | null = null;
  const settings = (): Promise<LoadedSettings> => {
    loaded ??= loadSettings().catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };

  const lists = browserLists(siteNames, () => {
    followSoon();
    syncSoon();
  });
  const sync = browserSync(lists);
  const judging = createJudge(
    classify,
    siteNames,
    (model) => void writeSession(MODEL_KEY, model),
    listSource(lists),
  );

  const siteOn = async (url: string | undefined): Promise<boolean> => {
    const site = url === undefined ? null : siteForUrl(url);
    if (site === null || (await settings()).settings.sites[site.id] !== true) return false;
    // The user can take the permission away in the browser's own pages, while the feed still runs.
    return hasOrigins(site.origins);
  };

  const stateOf = async (tabId: number, url: string | undefined): Promise<TabState> => {
    const [{ paused }, on] = await Promise.all([tabRecord(tabId), siteOn(url)]);
    return { on, paused };
  };

  /** The settings or a permission changed: registrations, then every open feed. */
  const follow = async (starting: boolean): Promise<void> => {
    loaded = null;
    const { settings: now } = await settings();
    await registerFeeds(SITES, now.sites, starting);
    // All tabs: those of a site that may not be read any longer show no address, and their feeds must stop.
    const tabs = await browser.tabs.query({ discarded: false });
    await Promise.all(
      tabs.map(async ({ id, url }) => {
        // Most tabs have no feed, and nobody there to answer.
        if (id !== undefined) await sendToTab(id, "tab-state", await stateOf(id, url)).catch(() => undefined);
      }),
    );
  };

  const tabOf = ({ tab }: Runtime.MessageSender): number => {
    if (tab?.id === undefined) throw new Error("This message comes from no tab.");
    return tab.id;
  };

  const modelHealth = async (): Promise<Health> => {
    const model = judging.model();
    // After a restart of the background, what the last one knew is better than nothing.
    return model.state === "idle" ? (((await readSession(MODEL_KEY)) as Health | undefined) ?? model) : model;
  };

  receive("background", {
    ...listHandlers(lists, sync),
    hello: async (_request, sender) => {
      const tabId = tabOf(sender);
      await changeTabRecord(tabId, { tally: emptyTally(), reader: { state: "starting" } });
      return stateOf(tabId, sender.url);
    },
    judge: async ({ posts }, sender) => {
      if (sender.tab && sender.url?.startsWith("https://") && !(await siteOn(sender.url))) {
        throw new Error("Winnow is not switched on for this site.");
      }
      // What is seen in private windows is not remembered.
      if (sender.tab?.incognito === false) void noteFollowed(posts, Date.now()).catch(() => undefined);
      return { verdicts: await judging.judge(posts, (await settings()).settings) };
    },
    report: async ({ tally, reader }, sender) => {
      const tabId = tabOf(sender);
      await changeTabRecord(tabId, { tally, reader });
      await showBadge(tabId, tally, reader);
      return {};
    },
    status: async ({ tabId, url }): Promise<TabStatus> => {
      const site = url === undefined ? null : siteForUrl(url);
      const [record, all, model, storage] = await Promise.all([
        tabRecord(tabId),
        settings(),
        modelHealth(),
        // Asked anew: the user may have looked at what was set aside, and forgotten it.
        storageHealth(),
      ]);
      return {
        site: site
          ? {
              id: site.id,
              name: site.name,
              on: all.settings.sites[site.id] === true,
              permitted: await hasOrigins(site.origins),
              origins: [...site.origins],
            }
          : null,
        ...record,
        model,
        storage,
      };
    },
    "pause-tab": async ({ tabId, paused }) => {
      await changeTabRecord(tabId, { paused });
      const tab = await browser.tabs.get(tabId);
      await sendToTab(tabId, "tab-state", await stateOf(tabId, tab.url)).catch(() => undefined);
      return {};
    },
    "check-model": async () => {
      const { model } = await classify([]);
      await writeSession(MODEL_KEY, model);
      return model;
    },
  });

  const followSoon = (starting = false): void =>
    void follow(starting).catch((error: unknown) => console.error("Winnow:", error));
  const syncSoon = soon(() => void sync.now());
  watchSettings(() => {
    // Erasing everything writes settings too, and takes the lists away.
    lists.refresh();
    followSoon();
    syncSoon();
  }, never);
  keepListsUpToDate(lists, sync);
  offerToFollowLinks();
  watchPermissions(() => followSoon(), never);
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  browser.runtime.onStartup.addListener(() => followSoon(true));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    followSoon(true);
    if (reason === "install") void isFresh().then((fresh) => (fresh ? openWelcome() : undefined));
  });
};
