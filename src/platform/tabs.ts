import { browser } from "./browser";

export interface TabRef {
  id: number;
  /** Known only where the user let Winnow see it. */
  url?: string;
}

/** The tab that the popup is about: the active one, or the one named in the page's address as `?tab=<id>`. */
export const currentTab = async (): Promise<TabRef | null> => {
  const named = Number.parseInt(new URLSearchParams(location.search).get("tab") ?? "", 10);
  const tab = Number.isInteger(named)
    ? await browser.tabs.get(named).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return null;
  return tab.url === undefined ? { id: tab.id } : { id: tab.id, url: tab.url };
};

/** Open the options page, at a section if one is named (without `#`). */
export const openOptions = async (section?: string): Promise<void> => {
  if (!section) return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL(`options.html#${section}`) });
};

export const openWelcome = async (): Promise<void> => {
  await browser.tabs.create({ url: browser.runtime.getURL("tabs/welcome.html") });
};

/** Version of this build, as in its manifest. */
export const extensionVersion = (): string => browser.runtime.getManifest().version;
