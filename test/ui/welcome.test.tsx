// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";

import type { Verdict } from "../../src/core/vocab/verdict";
import { SAMPLE_POSTS } from "../../src/ui/welcome/samples";
import { Welcome } from "../../src/ui/welcome/welcome";
import { type Browser, memoryBrowser } from "./memory-services";
import { click, find, openPage, says } from "./render-page";

/** The first sample is flagged, the fourth is too short, the others are told and stand. */
const judged = (browser: Browser): Browser => {
  browser.memory.verdicts = (posts) =>
    posts.map((_post, at): Verdict => {
      const ai = at === 3 ? null : at === 0 ? 99.5 : 20;
      const { flagged, strictness } = browser.memory.settings.policy;
      const hit = at === 0 && strictness <= 100;
      return {
        action: hit ? flagged : "keep",
        causes: hit ? [{ kind: "text", action: flagged, ai: 99.5, budget: strictness }] : [],
        signals: [{ detector: "text", ai, ...(ai === null ? { untold: "too-short" as const } : {}) }],
      };
    });
  return browser;
};

describe("the welcome page", () => {
  it("judges its samples by the real messages and says what cannot be told", async () => {
    const browser = judged(memoryBrowser());
    openPage(Welcome, browser);
    await says("More machine-like than 99.5 % of human posts");
    await says("Too short to tell. Shown as it is.");
    expect(browser.memory.sent).toContainEqual({ name: "judge", request: { posts: [...SAMPLE_POSTS] } });
  });

  it("shows what a choice does to the samples, each of which can be shown again", async () => {
    openPage(Welcome, judged(memoryBrowser()));
    await says("Shown with a mark.");
    document.querySelector<HTMLInputElement>("input[name=flagged][value=fold]")?.click();
    await says("Folded to one line.");
    expect(document.body.textContent).not.toContain("Consistency");
    await click(/^Show the post by/);
    await says("Consistency");
    document.querySelector<HTMLInputElement>("input[name=strictness][value='1000']")?.click();
    await vi.waitFor(() => expect(document.body.textContent).not.toContain("Folded to one line."));
  });

  it("shows the samples and says so when the model fails", async () => {
    const browser = memoryBrowser({
      verdicts: (posts) =>
        posts.map(() => ({
          action: "keep",
          causes: [],
          signals: [{ detector: "text", ai: null, untold: "no-model" }],
        })),
    });
    openPage(Welcome, browser);
    await says("The model does not work at the moment. Your rules still do; all other posts are shown.");
    await says("Consistency");
  });

  it("shows the samples and says so when nobody answers", async () => {
    const browser = memoryBrowser({ broken: { judge: "The background did not answer." } });
    openPage(Welcome, browser);
    await says("The samples could not be judged.");
    await says("Not judged, so it is shown.");
    judged(browser).memory.broken = {};
    await click("Try again");
    await says("Too short to tell.");
  });

  it("switches a site on and leads there", async () => {
    const browser = judged(memoryBrowser());
    openPage(Welcome, browser);
    await says("No site is on yet");
    find("[role=switch]", "Winnow on X").click();
    await says("On: posts on x.com and twitter.com are read on this device.");
    expect(browser.memory.settings.sites).toEqual({ x: true });
    expect(find<HTMLAnchorElement>("a", "Open X").href).toBe("https://x.com/");
  });
});
