import type { Browser, Page } from "puppeteer-core";

/** Collects what any page of the browser, and any content script in it, writes as an error. */
export const listenForErrors = (browser: Browser, errors: string[]): void => {
  const known = new WeakSet<Page>();
  const listen = (page: Page | null): void => {
    if (page === null || known.has(page)) return;
    known.add(page);
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => {
      errors.push(`${page.url()}: ${String(error)}`);
    });
  };
  const ignore = (): void => undefined; // a tab that closed while it was looked at
  browser.on("targetcreated", (target) => {
    if (target.type() === "page") target.page().then(listen, ignore);
    if (target.type() !== "service_worker") return;
    target.worker().then((worker) => {
      worker?.on("console", (message) => {
        if (message.type() === "error") errors.push(`background: ${message.text()}`);
      });
    }, ignore);
  });
};
