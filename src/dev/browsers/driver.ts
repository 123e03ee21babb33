import { join } from "node:path";

import type { Browser, Page } from "puppeteer-core";

export type BrowserKind = "chromium" | "firefox";

export const BROWSER_KINDS: readonly BrowserKind[] = ["chromium", "firefox"];

export interface LaunchOptions {
  /** The built extension. */
  readonly extensionDir: string;
  /** All names are resolved to this local port, in this browser only. */
  readonly port: number;
  /** A folder for the profile, made if missing. Keep it to start again with the same settings. */
  readonly profileDir: string;
  readonly headless: boolean;
}

/** A browser with the extension in it: the one interface that start, the end-to-end tests and the bench use. */
export interface Driver {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** Address of the extension's pages, without a slash at the end. */
  readonly base: string;
  /** Where this browser puts what is downloaded, without asking. */
  readonly downloads: string;
  /** What pages, content scripts and the background wrote as errors. */
  readonly errors: readonly string[];
  /**
   * Whether the extension stays installed when the browser closes. Where not (Firefox proper takes unsigned
   * add-ons for one run only), a restart means: installed again under the same id, with its storage kept.
   */
  readonly staysInstalled: boolean;
  /** A new tab at a web address. */
  open(url: string): Promise<Page>;
  /** A new tab with one of the extension's pages ("options.html"). */
  openOwn(path: string): Promise<Page>;
  /** The tab that the extension opened by itself with one of its pages, waited for. */
  ownPage(path: string): Promise<Page>;
  /**
   * Says yes to the extension's next request for these match patterns. The question itself is drawn by the
   * browser, outside every page, where no driver can click.
   */
  allowSite(origins: readonly string[]): Promise<void>;
  /** Takes the permission for these match patterns back, as the browser's own settings do. */
  revokeSite(origins: readonly string[]): Promise<void>;
  /** Stops the service worker or the event page as the browser does it, at any moment. */
  killBackground(): Promise<void>;
  /**
   * Runs `read` on the shadow root, closed or open, of every element that matches, in the page. `read` is
   * sent as text, so it may use nothing from around it.
   */
  inShadow<T>(page: Page, hosts: string, read: (root: ShadowRoot) => T): Promise<T[]>;
  close(): Promise<void>;
}

/** See Driver.downloads. */
export const downloadsOf = ({ profileDir }: LaunchOptions): string => join(profileDir, "winnow-downloads");

/** Waits until `probe` gives something; a step that did not happen in time says which one it was. */
export const waitFor = async <T>(
  what: string,
  probe: () => Promise<T | undefined | false | null> | T | undefined | false | null,
  timeout = 15_000,
): Promise<T> => {
  const end = Date.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await probe();
      if (value !== undefined && value !== false && value !== null) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${timeout} ms for ${what}${last ? `: ${String(last)}` : ""}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
