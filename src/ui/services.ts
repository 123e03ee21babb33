import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { Settings } from "../core/settings/schema";
import type { Health } from "../core/vocab/health";
import type { Post } from "../core/vocab/post";
import type { MessageName, ReplyOf, RequestOf } from "../platform/messages";

/** Stored settings that did not pass their schema and were put aside as they were. */
export interface SetAside {
  /** ISO 8601. */
  time: string;
  key: string;
  problem: string;
  raw: string;
}

/**
 * All that the pages ask of the browser. Components take it from a context, so that tests hand in
 * plain in-memory versions. Every promise rejects with an Error whose message is for people.
 */
export interface Services {
  send<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ReplyOf<N>>;
  sendToTab<N extends MessageName>(tabId: number, name: N, request: RequestOf<N>): Promise<ReplyOf<N>>;

  loadSettings(): Promise<{ settings: Settings; storage: Health }>;
  updateSettings(change: (settings: Settings) => Settings): Promise<Settings>;
  watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void;
  listSetAside(): Promise<SetAside[]>;
  forgetSetAside(): Promise<void>;
  eraseAll(): Promise<void>;

  hasOrigins(origins: readonly string[]): Promise<boolean>;
  /** Must be called straight from a click, before any await, or browsers refuse. */
  requestOrigins(origins: readonly string[]): Promise<boolean>;
  removeOrigins(origins: readonly string[]): Promise<boolean>;
  watchPermissions(onChange: () => void, signal: AbortSignal): void;

  currentTab(): Promise<{ id: number; url?: string } | null>;
  openOptions(hash?: string): Promise<void>;

  /** Hand a text to the person as a file. */
  download(name: string, text: string, type?: string): void;
  /** Put a text into the clipboard. */
  copy(text: string): Promise<void>;
  /** Posts on tabs that Winnow reads, to try a list on. Absent where nobody can be asked for them. */
  openPosts?(): Promise<Post[]>;
  /** Small choices about the pages themselves, such as which editor. They stay on this device. */
  recall(key: string): string | null;
  remember(key: string, value: string): void;
  version: string;
}

const ServicesContext = createContext<Services | null>(null);

export const ServicesProvider = ServicesContext.Provider;

export const useServices = (): Services => {
  const services = useContext(ServicesContext);
  if (!services) throw new Error("A page was rendered without its services.");
  return services;
};
