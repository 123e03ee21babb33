import { browser } from "./browser";

const asRequest = (origins: readonly string[]) => ({ origins: [...origins] });

/** Whether the browser lets Winnow read all of these match patterns. */
export const hasOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.contains(asRequest(origins));

/**
 * Ask the user for hosts. Browsers refuse unless this is called straight from a click, before any `await`.
 * @returns whether they are granted now
 */
export const requestOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request(asRequest(origins));

export const removeOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.remove(asRequest(origins));

/** Call back when a host permission was given or taken away, by us or in the browser's own pages. */
export const watchPermissions = (onChange: () => void, signal: AbortSignal): void => {
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(onChange);
    signal.addEventListener("abort", () => event.removeListener(onChange), { once: true });
  }
};
