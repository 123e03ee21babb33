import * as v from "valibot";

import { readAddress } from "../core/lists/address";
import { guessFormat } from "../core/lists/import";
import { browser } from "./browser";

const SeenSchema = v.object({ type: v.string(), url: v.string(), start: v.string() });

/**
 * The address of the list that a tab shows as plain text, or null. Works where the user opened the popup
 * (`activeTab`); looks at the first lines only, and at no page that is not plain text.
 */
export const listInTab = async (tabId: number): Promise<string | null> => {
  try {
    const [shown] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => ({
        type: document.contentType,
        url: location.href,
        start: document.contentType === "text/plain" ? (document.body.textContent ?? "").slice(0, 4_000) : "",
      }),
    });
    const seen = v.safeParse(SeenSchema, shown?.result);
    if (!seen.success || seen.output.type !== "text/plain") return null;
    const { url, start } = seen.output;
    const read = readAddress(url);
    return read.ok && start.trim() !== "" && guessFormat(start) === null ? read.address.url : null;
  } catch {
    // The browser's own pages, or a tab that was not opened to us.
    return null;
  }
};
