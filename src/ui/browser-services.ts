import { hasOrigins, removeOrigins, requestOrigins, watchPermissions } from "../platform/permissions";
import { openPosts } from "../platform/open-posts";
import { send, sendToTab } from "../platform/send";
import {
  eraseAll,
  forgetSetAside,
  listSetAside,
  loadSettings,
  updateSettings,
  watchSettings,
} from "../platform/settings-store";
import { currentTab, extensionVersion, openOptions } from "../platform/tabs";
import { copy } from "./copy";
import { download } from "./download";
import { recall, remember } from "./page-memory";
import type { Services } from "./services";

/** The services of a page that runs in the extension. */
export const browserServices = (): Services => ({
  send,
  sendToTab,
  loadSettings,
  updateSettings,
  watchSettings,
  listSetAside,
  forgetSetAside,
  eraseAll,
  hasOrigins,
  requestOrigins,
  removeOrigins,
  watchPermissions,
  currentTab,
  openOptions,
  openPosts,
  download,
  copy,
  recall,
  remember,
  version: extensionVersion(),
});
