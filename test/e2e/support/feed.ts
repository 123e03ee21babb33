import type { Page } from "puppeteer-core";

import { type Driver, waitFor } from "../../../src/dev/browsers/driver";
import { renderArticle, type SamplePost } from "../../timeline";

/** What stands on the page for one post, as far as the page itself can tell. */
export interface Standing {
  /** The action, or "keep". */
  readonly action: string;
  /** The person chose to see it. */
  readonly shown: boolean;
  /** Whether its words can be seen. */
  readonly visible: boolean;
  readonly height: number;
}

/** Every post on the page, by its id. */
export const standing = (page: Page): Promise<Record<string, Standing>> =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('article[data-testid="tweet"]')].flatMap((post) => {
        const id = /\/status\/(\d+)/.exec(post.querySelector("a:has(time)")?.getAttribute("href") ?? "")?.[1];
        if (id === undefined) return [];
        const acted = post.closest<HTMLElement>("[data-winnow]");
        const text = post.querySelector<HTMLElement>('[data-testid="tweetText"]') ?? post;
        return [
          [
            id,
            {
              action: acted?.dataset.winnow ?? "keep",
              shown: acted?.hasAttribute("data-winnow-shown") ?? false,
              visible: text.checkVisibility({ visibilityProperty: true }),
              height: (acted ?? post).getBoundingClientRect().height,
            },
          ],
        ];
      }),
    ),
  );

/** Waits until a post stands as wanted, and says how it stood if that did not come. */
export const waitForPost = async (page: Page, id: string, wanted: Partial<Standing>): Promise<void> => {
  let last: Standing | undefined;
  await waitFor(`post ${id} to be ${JSON.stringify(wanted)}`, async () => {
    last = (await standing(page))[id];
    return (
      last !== undefined &&
      Object.entries(wanted).every(([key, value]) => last?.[key as keyof Standing] === value)
    );
  }).catch((error: unknown) => {
    throw new Error(`${(error as Error).message}; it is ${JSON.stringify(last)}`);
  });
};

/** How often each action stands on the page. */
export const tally = async (page: Page): Promise<Record<string, number>> => {
  const count: Record<string, number> = {};
  for (const { action } of Object.values(await standing(page))) count[action] = (count[action] ?? 0) + 1;
  return count;
};

/** Nothing of ours is left on the page. */
export const untouched = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector("[data-winnow], [data-winnow-mark]") === null);

const hostOf = (id: string): string =>
  `[data-winnow]:has(a[href$="/status/${id}"] time) > [data-winnow-mark], ` +
  `[data-winnow]:has(a[href*="/status/${id}/"] time) > [data-winnow-mark]`;

/** What the mark of a post says, its closed shadow root read as the browser's inspector reads it. */
export const markText = async (driver: Driver, page: Page, id: string): Promise<string> =>
  (await driver.inShadow(page, hostOf(id), (root) => root.textContent ?? ""))[0] ?? "";

/** Clicks the mark's button for a post with the mouse, where a person sees it. */
export const clickMark = async (
  driver: Driver,
  page: Page,
  id: string,
  part: "toggle" | "why",
): Promise<void> => {
  await page.bringToFront();
  await page.$eval(hostOf(id), (host) => {
    host.scrollIntoView({ block: "center" });
  });
  const boxes = await waitFor(`the mark of post ${id}`, async () => {
    const found = await driver.inShadow(page, hostOf(id), (root) =>
      [...root.querySelectorAll<HTMLElement>("button")].map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return { part: button.getAttribute("part"), x: x + width / 2, y: y + height / 2, width };
      }),
    );
    return found[0];
  });
  const box = boxes.find((each) => each.part === part);
  if (!box || box.width === 0)
    throw new Error(`the mark of post ${id} shows no ${part}: ${JSON.stringify(boxes)}`);
  await page.mouse.click(box.x, box.y);
};

/** Puts one more post at the end of a timeline that stands in the page's HTML, as the site does when one arrives. */
export const addPost = (page: Page, id: string, post: SamplePost): Promise<void> =>
  page.evaluate(
    (html) => {
      const list = document.querySelector("#timeline")!;
      const cell = document.createElement("div");
      cell.dataset.testid = "cellInnerDiv";
      cell.style.cssText = `position: absolute; width: 100%; transform: translateY(${list.children.length * 240}px)`;
      const inner = document.createElement("div");
      inner.innerHTML = html;
      cell.append(inner);
      list.append(cell);
    },
    renderArticle(post, id),
  );
