import { defaultSettings } from "../../src/core/settings/defaults";
import { migrate } from "../../src/core/settings/migrate";
import type { Settings } from "../../src/core/settings/schema";
import type { Health } from "../../src/core/vocab/health";
import { emptyTally } from "../../src/core/vocab/tally";
import type { Verdict } from "../../src/core/vocab/verdict";
import type { MessageName, RequestOf, TabStatus } from "../../src/platform/messages";
import type { Services, SetAside } from "../../src/ui/services";
import { listReplies, type MemoryLists, memoryLists } from "./memory-lists";

/** A browser of plain variables, with what a test wants to see or to break. */
export interface Memory {
  settings: Settings;
  storage: Health;
  setAside: SetAside[];
  permitted: boolean;
  /** What the person answers when the browser asks; a promise keeps the question open. */
  answer: boolean | Promise<boolean>;
  tab: { id: number; url?: string } | null;
  status: TabStatus;
  model: Health;
  verdicts: (posts: RequestOf<"judge">["posts"]) => Verdict[];
  /** Messages that fail, with the sentence they fail with. */
  broken: Partial<Record<MessageName | "load" | "update" | "options", string>>;
  sent: { name: MessageName; request: unknown }[];
  downloads: { name: string; text: string }[];
  opened: (string | undefined)[];
  lists: MemoryLists;
  /** What was put into the clipboard. */
  copied: string[];
  /** Choices about the pages. The plain text box is the one that tests type into. */
  chosen: Record<string, string>;
}

export interface Browser {
  memory: Memory;
  services: Services;
  /** A change from another page or tab. */
  elsewhere: (change: (settings: Settings) => Settings) => void;
  /** The person changes the permission in the browser's own pages. */
  permit: (permitted: boolean) => void;
}

export const xStatus = (): TabStatus => ({
  site: {
    id: "x",
    name: "X",
    on: true,
    permitted: true,
    origins: ["https://x.com/*", "https://twitter.com/*"],
  },
  paused: false,
  tally: { ...emptyTally(), read: 42, keep: 35, label: 5, fold: 2 },
  reader: { state: "ok" },
  model: { state: "ok" },
  storage: { state: "ok" },
});

export const memoryBrowser = (given: Partial<Memory> = {}): Browser => {
  const memory: Memory = {
    settings: defaultSettings(),
    storage: { state: "ok" },
    setAside: [],
    permitted: false,
    answer: true,
    tab: { id: 7, url: "https://x.com/home" },
    status: xStatus(),
    model: { state: "ok" },
    verdicts: (posts) => posts.map(() => ({ action: "keep", causes: [], signals: [] })),
    broken: {},
    sent: [],
    downloads: [],
    opened: [],
    lists: memoryLists(),
    copied: [],
    chosen: { "rules-editor": "plain" },
    ...given,
  };
  const settingsWatchers = new Set<(settings: Settings) => void>();
  const permissionWatchers = new Set<() => void>();
  const watch = <T>(set: Set<T>, one: T, signal: AbortSignal) => {
    set.add(one);
    signal.addEventListener("abort", () => set.delete(one));
  };
  const fails = (name: keyof Memory["broken"]) => {
    const words = memory.broken[name];
    if (words !== undefined) throw new Error(words);
  };
  const store = (next: Settings) => {
    memory.settings = next;
    for (const watcher of settingsWatchers) watcher(next);
  };
  const setPermitted = (permitted: boolean) => {
    memory.permitted = permitted;
    for (const watcher of permissionWatchers) watcher();
  };

  const replies: Partial<Record<MessageName, (request: never) => unknown>> = {
    judge: ({ posts }: RequestOf<"judge">) => ({ verdicts: memory.verdicts(posts) }),
    status: () => memory.status,
    "check-model": () => memory.model,
    "pause-tab": ({ paused }: RequestOf<"pause-tab">) => {
      memory.status = { ...memory.status, paused };
      return {};
    },
    "show-all": () => ({}),
    ...listReplies(memory.lists),
  };
  const answer = async (name: MessageName, request: unknown) => {
    fails(name);
    memory.sent.push({ name, request });
    return replies[name]?.(request as never);
  };

  const services: Services = {
    send: answer as Services["send"],
    sendToTab: ((_tab: number, name: MessageName, request: unknown) =>
      answer(name, request)) as Services["sendToTab"],
    loadSettings: async () => {
      fails("load");
      return { settings: memory.settings, storage: memory.storage };
    },
    updateSettings: async (change) => {
      fails("update");
      const next = migrate(change(memory.settings));
      if (!next.ok) throw new Error(next.problem);
      store(next.settings);
      return next.settings;
    },
    watchSettings: (onChange, signal) => watch(settingsWatchers, onChange, signal),
    listSetAside: async () => memory.setAside,
    forgetSetAside: async () => {
      memory.setAside = [];
      memory.storage = { state: "ok" };
    },
    eraseAll: async () => {
      memory.setAside = [];
      memory.storage = { state: "ok" };
      store(defaultSettings());
    },
    hasOrigins: async () => memory.permitted,
    requestOrigins: async () => {
      const allowed = await memory.answer;
      if (allowed) setPermitted(true);
      return allowed;
    },
    removeOrigins: async () => {
      setPermitted(false);
      return true;
    },
    watchPermissions: (onChange, signal) => watch(permissionWatchers, onChange, signal),
    currentTab: async () => memory.tab,
    openOptions: async (hash) => {
      fails("options");
      memory.opened.push(hash);
    },
    download: (name, text) => void memory.downloads.push({ name, text }),
    copy: async (text) => void memory.copied.push(text),
    recall: (key) => memory.chosen[key] ?? null,
    remember: (key, value) => {
      memory.chosen[key] = value;
    },
    version: "0.1.0",
  };
  return { memory, services, elsewhere: (change) => store(change(memory.settings)), permit: setPermitted };
};
