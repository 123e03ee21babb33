import { readAddress } from "../../core/lists/address";
import { browser } from "../browser";
import { openOptions } from "../tabs";

const ITEM = "follow-list";

/**
 * "Follow this list" in the menu of links. It only opens the options with the address: nothing is asked of
 * the server, and nothing is followed, before the user says so there.
 */
export const offerToFollowLinks = (): void => {
  // Firefox for Android has no such menus.
  const menus = browser.contextMenus as typeof browser.contextMenus | undefined;
  if (!menus) return;
  browser.runtime.onInstalled.addListener(() => {
    void menus.removeAll().then(() =>
      menus.create({
        id: ITEM,
        title: "Follow this list in Winnow",
        contexts: ["link"],
        targetUrlPatterns: ["https://*/*"],
      }),
    );
  });
  menus.onClicked.addListener(({ menuItemId, linkUrl }) => {
    if (menuItemId !== ITEM || linkUrl === undefined) return;
    const read = readAddress(linkUrl);
    // What is wrong with an address is said on the page, in words.
    void openOptions(`lists?add=${encodeURIComponent(read.ok ? read.address.url : linkUrl)}`);
  });
};
