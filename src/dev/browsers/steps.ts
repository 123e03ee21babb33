import type { Page } from "puppeteer-core";

import { type Driver, waitFor } from "./driver";

/*
 * Steps that a person takes on Winnow's pages, found as a person finds them: by the words that they are
 * called by.
 */

/** A real click, on a page that is in front: only that counts as the person's own. Waits until nothing moves. */
export const click = async (page: Page, selector: string): Promise<void> => {
  await page.bringToFront();
  await page.locator(selector).setTimeout(15_000).click();
};

/** Clicks the button with these words. */
export const press = async (page: Page, words: string): Promise<void> => {
  await click(page, `::-p-xpath(//button[normalize-space()=${JSON.stringify(words)}])`);
};

const siteSwitch = (site: string): string => `button[role="switch"][aria-label="Winnow on ${site}"]`;

/** Whether a site's switch says on. */
export const isOn = (page: Page, site: string): Promise<boolean> =>
  page.$eval(siteSwitch(site), (element) => element.getAttribute("aria-checked") === "true");

/** Switches a site on or off, on any page of ours that has its switch. */
export const switchSite = async (page: Page, site: string, on: boolean): Promise<void> => {
  await page.waitForSelector(siteSwitch(site), { timeout: 15_000 });
  if ((await isOn(page, site)) === on) return;
  await click(page, siteSwitch(site));
  await waitFor(`${site} to be ${on ? "on" : "off"}`, async () => {
    const busy = await page.$eval(
      siteSwitch(site),
      (element) => element.getAttribute("aria-busy") === "true",
    );
    return !busy && (await isOn(page, site)) === on;
  });
};

/** Allows and switches on a site from one of our pages. */
export const allowAndSwitchOn = async (
  driver: Driver,
  page: Page,
  site: string,
  origins: readonly string[],
): Promise<void> => {
  await driver.allowSite(origins);
  await switchSite(page, site, true);
};

/** Chooses one of the radio buttons of a group; again if the page moved under the mouse, as a person would. */
export const choose = async (page: Page, group: string, value: string): Promise<void> => {
  const selector = `input[type="radio"][name="${group}"][value="${value}"]`;
  const chosen = (): Promise<boolean> =>
    page.$eval(selector, (element) => (element as HTMLInputElement).checked);
  await page.waitForSelector(selector, { timeout: 15_000 });
  await waitFor(`${group} to be ${value}`, async () => {
    await click(page, `label:has(${selector})`);
    return waitFor("it", chosen, 1_000);
  });
};

const RULES_BOX = 'textarea[aria-label^="My rules"]';

/** The box with the rules, as plain text: the page offers it beside the editor with colours. */
const plainRules = async (page: Page): Promise<string> => {
  const switcher = '::-p-xpath(//button[normalize-space()="Use a plain text box"])';
  await page.waitForSelector(`${RULES_BOX}, .cm-content`);
  if ((await page.$(RULES_BOX)) === null) await click(page, switcher);
  await page.waitForSelector(RULES_BOX);
  return RULES_BOX;
};

/** What the options page shows as the user's own rules. */
export const rulesIn = async (page: Page): Promise<string> =>
  page.$eval(await plainRules(page), (box) => (box as HTMLTextAreaElement).value);

/** Types into the box of rules what shall stand there. */
export const writeRules = async (page: Page, rules: string): Promise<void> => {
  const selector = await plainRules(page);
  await click(page, selector);
  await page.$eval(selector, (element) => {
    (element as HTMLTextAreaElement).select();
  });
  await page.keyboard.press("Backspace");
  await page.keyboard.type(rules);
  await page.$eval(selector, (element) => {
    (element as HTMLTextAreaElement).blur();
  });
};

/** The id that the browser gives to the tab of a web page, as an extension page sees it. */
export const tabIdOf = (own: Page, url: string): Promise<number> =>
  waitFor(`the tab of ${url}`, () =>
    own.evaluate(async (wanted) => {
      const api = ((globalThis as Record<string, unknown>).browser ??
        (globalThis as Record<string, unknown>).chrome) as {
        tabs: { query(what: object): Promise<{ id: number; url?: string }[]> };
      };
      return (await api.tabs.query({})).find((tab) => tab.url === wanted)?.id;
    }, url),
  );

/** Sends a message of Winnow's from one of its own pages and gives the reply. */
export const ask = async <T>(own: Page, name: string, request: unknown, to = "background"): Promise<T> => {
  const answer = await own.evaluate(
    async (envelope) => {
      const api = ((globalThis as Record<string, unknown>).browser ??
        (globalThis as Record<string, unknown>).chrome) as {
        runtime: {
          sendMessage(message: unknown): Promise<{ ok: boolean; reply?: unknown; problem?: string }>;
        };
      };
      return api.runtime.sendMessage(envelope);
    },
    { to, name, request },
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.problem ?? "refused"}`);
  return answer.reply as T;
};
