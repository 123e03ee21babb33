import { createContext, type ComponentChildren } from "preact";
import { useCallback, useContext, useEffect, useRef, useState } from "preact/hooks";

import type { Settings } from "../core/settings/schema";
import type { Health } from "../core/vocab/health";
import { useServices } from "./services";
import { takeBack } from "./undo";
import { messageOf } from "./words";

/** What the page says about the last change, and how to take it back. */
export interface Notice {
  id: number;
  words: string;
  failed?: boolean;
  undo?: () => void;
}

export interface ChangeOptions {
  /** Changes of one group that follow each other within seconds are taken back as one. */
  group?: string;
  /** Say nothing: the caller does. */
  quiet?: boolean;
  /** What is said when the change is taken back. */
  undone?: string;
}

export interface SettingsView {
  /** Null until they were read. */
  settings: Settings | null;
  storage: Health;
  /** Why the settings could not be read. */
  failure: string | null;
  reload: () => void;
  notice: Notice | null;
  /** Tell the person something; with `undo`, how it is taken back. */
  say: (words: string, failed?: boolean, undo?: () => void) => void;
  /** Save a change at once. Resolves to whether it was saved; a failure is shown, never thrown. */
  change: (
    words: string,
    change: (settings: Settings) => Settings,
    options?: ChangeOptions,
  ) => Promise<boolean>;
}

interface Step {
  before: Settings;
  after: Settings;
  group?: string;
  time: number;
}

const GROUP_MS = 10_000;

const SettingsContext = createContext<SettingsView | null>(null);

export const useSettings = (): SettingsView => {
  const view = useContext(SettingsContext);
  if (!view) throw new Error("A component needs the SettingsProvider around it.");
  return view;
};

/** Settings, once a component is only shown after they were read. */
export const useReadSettings = (): Settings => {
  const { settings } = useSettings();
  if (!settings) throw new Error("A component needs settings before they were read.");
  return settings;
};

export const SettingsProvider = ({ children }: { children: ComponentChildren }) => {
  const services = useServices();
  const [settings, setSettings] = useState<Settings | null>(null);
  const [storage, setStorage] = useState<Health>({ state: "starting" });
  const [failure, setFailure] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [attempt, setAttempt] = useState(0);
  const lastStep = useRef<Step | null>(null);
  const lastNotice = useRef(0);

  const show = useCallback((next: Omit<Notice, "id">) => {
    lastNotice.current += 1;
    setNotice({ id: lastNotice.current, ...next });
  }, []);

  useEffect(() => {
    const watching = new AbortController();
    services.watchSettings(setSettings, watching.signal);
    services.loadSettings().then(
      (loaded) => {
        if (watching.signal.aborted) return;
        setSettings(loaded.settings);
        setStorage(loaded.storage);
        setFailure(null);
      },
      (error: unknown) => {
        if (!watching.signal.aborted) setFailure(messageOf(error));
      },
    );
    return () => watching.abort();
  }, [services, attempt]);

  const change = useCallback<SettingsView["change"]>(
    async (words, edit, options = {}) => {
      let before: Settings | null = null;
      try {
        const after = await services.updateSettings((current) => {
          before = current;
          return edit(current);
        });
        setSettings(after);
        if (!before || options.quiet) return true;
        const now = Date.now();
        const last = lastStep.current;
        const joins = options.group && last?.group === options.group && now - last.time < GROUP_MS;
        const step: Step = {
          before: joins ? last.before : before,
          after,
          time: now,
          ...(options.group ? { group: options.group } : {}),
        };
        lastStep.current = step;
        const undone = options.undone ?? `Taken back: ${words}`;
        const undo = () =>
          void change(undone, (current) => takeBack(current, step.before, step.after), { undone: words });
        show({ words: `Saved. ${words}.`, undo });
        return true;
      } catch (error) {
        show({ words: `This was not saved: ${messageOf(error)}`, failed: true });
        return false;
      }
    },
    [services, show],
  );

  const say = useCallback<SettingsView["say"]>(
    (words, failed = false, undo) => {
      lastStep.current = null;
      show({ words, failed, ...(undo && { undo }) });
    },
    [show],
  );
  const reload = useCallback(() => setAttempt((n) => n + 1), []);

  return (
    <SettingsContext.Provider value={{ settings, storage, failure, reload, notice, say, change }}>
      {children}
    </SettingsContext.Provider>
  );
};
