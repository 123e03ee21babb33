import type { Classify } from "../core/detect/classify";
import { send } from "./send";

const PAGE = "tabs/offscreen.chrome.html";

let creating: Promise<void> | null = null;

const exists = async (): Promise<boolean> =>
  (
    await chrome.runtime.getContexts({
      contextTypes: ["OFFSCREEN_DOCUMENT" as chrome.runtime.ContextType],
      documentUrls: [chrome.runtime.getURL(PAGE)],
    })
  ).length > 0;

/** Chrome allows one offscreen document; calls at the same time share its making. */
const ensure = async (): Promise<void> => {
  if (await exists()) return;
  creating ??= chrome.offscreen
    .createDocument({
      url: PAGE,
      reasons: ["WORKERS" as chrome.offscreen.Reason],
      justification:
        "Runs the text classifier in WebAssembly, on this device, without loading it anew each half minute.",
    })
    .finally(() => {
      creating = null;
    });
  try {
    await creating;
  } catch (error) {
    // Another start of the service worker was first.
    if (!(await exists())) throw error;
  }
};

/** The classifier in Chrome's offscreen document. */
export const offscreenClassify: Classify = async (posts) => {
  try {
    await ensure();
    return await send("classify", { posts: [...posts] });
  } catch (error) {
    return { readings: null, model: { state: "failed", message: (error as Error).message } };
  }
};
