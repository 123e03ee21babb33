import { renderTimeline, type SamplePost, SAMPLE_POSTS, type TimelineOptions } from "../../../test/timeline";
import type { PageMaker } from "./local-server";

const HOSTS = ["x.com", "twitter.com"];

/** As strict as the site's own policy where it matters to an extension: no styles, scripts or frames of others. */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; object-src 'none'; frame-ancestors 'self'";

/**
 * Some TypeScript runners wrap functions with a helper that keeps their names; the timeline's own script is
 * a function sent as text, and the helper is not there on the page.
 */
const withHelper = (html: string): string =>
  html.replace("<script>", "<script>var __name = (named) => named;");

/**
 * Plays the site: the same timeline at every address of it.
 * @param policy the page's content security policy; empty for none
 */
export const sampleSite =
  (posts: readonly SamplePost[] = SAMPLE_POSTS, options: TimelineOptions = {}, policy = POLICY): PageMaker =>
  (host, path) =>
    HOSTS.includes(host) && path !== "/favicon.ico"
      ? {
          type: "text/html; charset=utf-8",
          body: withHelper(renderTimeline(posts, options)),
          headers: policy === "" ? {} : { "content-security-policy": policy },
        }
      : undefined;
