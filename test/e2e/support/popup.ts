import type { Page } from "puppeteer-core";

import { type Driver, waitFor } from "../../../src/dev/browsers/driver";
import { tabIdOf } from "../../../src/dev/browsers/steps";

/** The popup for a tab, opened as a page of its own: the little window itself is out of a driver's reach. */
export const openPopup = async (driver: Driver, tab: Page, own: Page): Promise<Page> => {
  const id = await tabIdOf(own, tab.url());
  return driver.openOwn(`popup.html?tab=${id}`);
};

/** All that a page of ours says. */
export const words = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Waits until a page of ours says this. */
export const waitForWords = async (page: Page, wanted: RegExp): Promise<string> => {
  let last = "";
  return waitFor(`${wanted}`, async () => {
    last = await words(page);
    return wanted.test(last) ? last : undefined;
  }).catch((error: unknown) => {
    throw new Error(`${(error as Error).message}; the page says: ${last}`);
  });
};
