// @vitest-environment jsdom
import { describe, expect, it, vi } from "vitest";

import { emptyTally } from "../../src/core/vocab/tally";
import { Popup } from "../../src/ui/popup/popup";
import { memoryBrowser, xStatus } from "./memory-services";
import { click, find, openPage, says } from "./render-page";

const onX = () => {
  const browser = memoryBrowser({ permitted: true });
  browser.memory.settings.sites = { x: true };
  return browser;
};

const switchOn = () => find("[role=switch]", "Winnow on X");
const isOn = () => switchOn().getAttribute("aria-checked");

describe("the popup on a site that is on", () => {
  it("says what was read and done, and follows it", async () => {
    const browser = onX();
    openPage(Popup, browser);
    await says("Read 42 posts here. Labelled 5 and folded 2.");
    browser.memory.status = { ...xStatus(), tally: { ...emptyTally(), read: 1, keep: 1 } };
    await says("Read 1 post here. All shown as they are.");
  });

  it("shows everything again, and pauses and resumes the tab", async () => {
    const browser = onX();
    openPage(Popup, browser);
    await says("Read 42");
    await click("Show all here");
    await vi.waitFor(() => expect(browser.memory.sent).toContainEqual({ name: "show-all", request: {} }));
    await click("Pause on this tab");
    await says("Paused on this tab. Posts are shown as they are.");
    await click("Resume on this tab");
    await says("Posts here are read on this device.");
  });

  it("says in a sentence that the page could not be reached", async () => {
    const browser = onX();
    browser.memory.broken = { "show-all": "The page does not answer.", "pause-tab": "Nobody is there." };
    openPage(Popup, browser);
    await says("Read 42");
    await click("Show all here");
    await says("The posts could not be shown: The page does not answer.");
    await click("Pause on this tab");
    await says("The tab was not paused: Nobody is there.");
  });

  it("says what failed, what that means and what to do", async () => {
    const browser = onX();
    browser.memory.status = {
      ...xStatus(),
      reader: { state: "failed", message: "X has changed." },
      model: { state: "failed", message: "The model file is damaged." },
      storage: { state: "failed", message: "policy.strictness is wrong." },
    };
    openPage(Popup, browser);
    await says("Cannot read this page, so posts are shown.X has changed.");
    await says("Does not work. Your rules still do; other posts are shown.The model file is damaged.");
    await click("See what was kept");
    await vi.waitFor(() => expect(browser.memory.opened).toEqual(["data"]));
    await click("Try again");
    await vi.waitFor(() => expect(browser.memory.sent).toContainEqual({ name: "check-model", request: {} }));
  });

  it("switches off at once, and follows a switch on another page", async () => {
    const browser = onX();
    openPage(Popup, browser);
    await says("Read 42");
    switchOn().click();
    await says("Off. Nothing here is read.");
    expect(browser.memory.settings.sites).toEqual({ x: false });
    browser.elsewhere((settings) => ({ ...settings, sites: { x: true } }));
    await says("Posts here are read on this device.");
  });
});

describe("the browser's permission", () => {
  it("is asked for straight from the click, and the site is on once it is given", async () => {
    const browser = memoryBrowser();
    const asked = vi.spyOn(browser.services, "requestOrigins");
    openPage(Popup, browser);
    await says("Off. Nothing here is read.");
    switchOn().click();
    expect(asked).toHaveBeenCalledExactlyOnceWith(["https://x.com/*", "https://twitter.com/*"]);
    await says("Saved. Winnow is on for X.");
    expect(browser.memory.settings.sites).toEqual({ x: true });
  });

  it("refused leaves the site off, and says so", async () => {
    const browser = memoryBrowser({ answer: false });
    openPage(Popup, browser);
    await says("Off. Nothing here is read.");
    switchOn().click();
    await says("Your browser did not allow it, so Winnow stays off on X.");
    await vi.waitFor(() => expect(isOn()).toBe("false"));
    expect(browser.memory.settings.sites).toEqual({ x: false });
  });

  it("keeps what the person wants if the question closes the popup", async () => {
    const browser = memoryBrowser({ answer: new Promise<boolean>(() => undefined) });
    openPage(Popup, browser);
    await says("Off. Nothing here is read.");
    switchOn().click();
    await says("Your browser is asking you.");
    expect(browser.memory.settings.sites).toEqual({ x: true });
  });

  it("taken away is told, with a button to allow it again", async () => {
    const browser = onX();
    openPage(Popup, browser);
    await says("Read 42");
    browser.permit(false);
    await says("Your browser does not let Winnow read X at the moment, so posts are shown as they are.");
    await click("Allow X");
    await says("Posts here are read on this device.");
  });
});

describe("the popup elsewhere", () => {
  it("helps on a tab that is no known site", async () => {
    const browser = memoryBrowser({ status: { ...xStatus(), site: null } });
    openPage(Popup, browser);
    await says("Nothing to read on this tab");
    expect(find<HTMLAnchorElement>("a", "Open x.com").href).toBe("https://x.com/");
    await click("All sites and their switches");
    await vi.waitFor(() => expect(browser.memory.opened).toEqual(["sites"]));
  });

  it("helps where there is no tab at all", async () => {
    openPage(Popup, memoryBrowser({ tab: null }));
    await says("Nothing to read on this tab");
  });

  it("says that Winnow does not answer, and tries again by itself", async () => {
    const browser = onX();
    browser.memory.broken = { status: "The background did not answer." };
    openPage(Popup, browser);
    await says("Winnow does not answer, so posts are shown as they are. The background did not answer.");
    browser.memory.broken = {};
    await says("Read 42");
  });

  it("says that the settings cannot be read", async () => {
    const browser = onX();
    browser.memory.broken = { load: "The storage is locked." };
    openPage(Popup, browser);
    await says("Your settings could not be read, so posts are shown as they are. The storage is locked.");
    browser.memory.broken = {};
    await click("Try again");
    await says("Read 42");
  });
});
