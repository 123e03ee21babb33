import { Readable } from "node:stream";

import type { Page } from "puppeteer-core";

import { generateSigner, type Signer } from "../../../src/core/lists/keys";
import { publishList } from "../../../src/core/lists/publish";
import { signList } from "../../../src/core/lists/signature";
import { waitFor } from "../../../src/dev/browsers/driver";
import { click } from "../../../src/dev/browsers/steps";
import type { Answer, PageMaker } from "../../../src/dev/server/local-server";

export const LIST_HOST = "lists.example";
export const LIST_URL = `https://${LIST_HOST}/bots.txt`;
export const TITLE = "Reply bots by hand";

const OPEN_TO_ALL = { "access-control-allow-origin": "*" };

/** Rules about people who are on no timeline, so that a list has a size. */
export const filler = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `fold: from:@nobody_${at}`);

/** Who keeps a list: a key, and the rules that stand in it. */
export interface Maker {
  readonly signer: Signer;
  /** The signed text of a list with these rules. */
  publish(rules: readonly string[]): Promise<string>;
  /** The same without a signature. */
  unsigned(rules: readonly string[]): string;
}

export const newMaker = async (): Promise<Maker> => {
  const signer = await generateSigner();
  const unsigned = (rules: readonly string[]): string =>
    publishList(rules.join("\n"), { title: TITLE, license: "CC0-1.0" }, new Date()).text;
  return { signer, unsigned, publish: (rules) => signList(unsigned(rules), signer) };
};

/** A text as a plain file server offers it. */
export const plainFile = (body: Answer["body"], more: Partial<Answer> = {}): Answer => ({
  type: "text/plain; charset=utf-8",
  body,
  ...more,
  headers: { ...OPEN_TO_ALL, ...more.headers },
});

/** More rules, for as long as anybody reads. */
export const withoutEnd = (onEnd: () => void): Answer =>
  plainFile((response) => {
    const rules = `${filler(2_000).join("\n")}\n`;
    response.once("close", onEnd);
    Readable.from(
      (function* () {
        for (;;) yield rules;
      })(),
    ).pipe(response);
  });

/** A letter now and then. */
export const drip = (): Answer =>
  plainFile((response) => {
    const timer = setInterval(() => response.write("!"), 400);
    response.once("close", () => {
      clearInterval(timer);
    });
  });

/** The answer begins, and the server is gone. */
export const hangUp = (): Answer =>
  plainFile((response) => {
    response.destroy();
  });

/** A file server beside the site: what stands at each path of the host of lists. */
export interface Shelf {
  readonly pages: PageMaker;
  put(path: string, answer: Answer | string): void;
}

export const newShelf = (others: PageMaker): Shelf => {
  const files = new Map<string, Answer>();
  return {
    pages: (host, path) => (host === LIST_HOST ? files.get(path) : others(host, path)),
    put: (path, answer) => files.set(path, typeof answer === "string" ? plainFile(answer) : answer),
  };
};

const card = (name: string): string => `//li[contains(@class, "list-card")][.//h3[.="${name}"]]`;

/** What the row of a list says, with whatever is open in it. */
export const cardWords = (page: Page, name = TITLE): Promise<string> =>
  page.evaluate(
    (title) =>
      [...document.querySelectorAll<HTMLElement>(".list-card")].find(
        (each) => each.querySelector("h3")?.textContent === title,
      )?.innerText ?? "",
    name,
  );

/** Waits until the row of a list says all of this, and nothing is being done with it. */
export const waitForCard = async (page: Page, wanted: readonly RegExp[], name = TITLE): Promise<void> => {
  await page.bringToFront();
  let last = "";
  await waitFor(`the list to say ${wanted.join(" ")}`, async () => {
    last = await cardWords(page, name);
    return !last.includes("Working…") && wanted.every((each) => each.test(last));
  }).catch((error: unknown) => {
    throw new Error(`${(error as Error).message}; it says: ${last}`);
  });
};

/** A click in the middle of the window: what was just said stands over its lower edge, as it may over a button there. */
export const clickInSight = async (page: Page, selector: string): Promise<void> => {
  await page.bringToFront();
  const found = await page.waitForSelector(selector, { timeout: 15_000 });
  await found?.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
  });
  await click(page, selector);
};

/** Clicks a button in the row of a list by its words. */
export const pressIn = (page: Page, words: string, name = TITLE): Promise<void> =>
  clickInSight(page, `::-p-xpath(${card(name)}//button[normalize-space()="${words}"])`);

/** Opens a panel of a list if it is not open. */
export const openPanel = async (page: Page, panel: string, name = TITLE): Promise<void> => {
  const selector = `button[aria-label="${panel} (${name})"]`;
  await page.waitForSelector(selector, { timeout: 15_000 });
  const open = await page.$eval(selector, (button) => button.getAttribute("aria-expanded") === "true");
  if (!open) await clickInSight(page, selector);
};

/** "Look now", which is "Look again now" where the last look failed. */
export const lookForNews = (page: Page, name = TITLE): Promise<void> =>
  clickInSight(
    page,
    `::-p-xpath(${card(name)}//button[normalize-space()="Look now" or normalize-space()="Look again now"])`,
  );

/** The text that the Share page would pass on, once it says this. */
export const sharedText = async (page: Page, wanted: RegExp): Promise<string> => {
  await page.bringToFront();
  return waitFor(`a text to share with ${wanted}`, async () => {
    const shown = await page.evaluate(() => document.querySelector("#share pre.code-block")?.textContent);
    return wanted.test(shown ?? "") && shown;
  });
};

/** All that the extension has stored, as one text: both the settings' storage and every database. */
export const storedWords = (own: Page): Promise<string> =>
  own.evaluate(async () => {
    const api = ((globalThis as Record<string, unknown>).browser ??
      (globalThis as Record<string, unknown>).chrome) as typeof chrome;
    const found: unknown[] = [await api.storage.local.get(null), await api.storage.session.get(null)];
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error("unreadable"));
        };
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        found.push(store, await done(objects.getAll()), await done(objects.getAllKeys()));
      }
      database.close();
    }
    return JSON.stringify(found);
  });
