import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useEffect, useRef, useState } from "preact/hooks";

import type { SubscriptionView } from "../../platform/lists/view";
import { useServices } from "../services";
import { useSettings } from "../use-settings";
import { messageOf } from "../words";

const EVERY_MS = 5_000;

export interface Doing {
  /** What is said afterwards, as a whole sentence. */
  words: string;
  /** How it is taken back. */
  undo?: Doing & { send: () => Promise<SubscriptionView> };
}

export interface ListsView {
  /** Null until they were read. */
  lists: readonly SubscriptionView[] | null;
  /** Stored subscriptions that could not be read. */
  broken: number;
  failure: string | null;
  refresh: () => Promise<void>;
  /** Ids of lists with which something is being done. */
  busy: ReadonlySet<string>;
  /** Change a list and say so. Resolves to whether it was done; a failure is shown, never thrown. */
  act: (
    id: string,
    send: () => Promise<SubscriptionView | null>,
    doing: Doing | ((row: SubscriptionView | null) => Doing),
  ) => Promise<boolean>;
}

const ListsContext = createContext<ListsView | null>(null);

export const useLists = (): ListsView => {
  const view = useContext(ListsContext);
  if (!view) throw new Error("A component needs the ListsProvider around it.");
  return view;
};

/** The lists that are followed, asked for again while the page is seen: downloads go on behind it. */
export const ListsProvider = ({ children }: { children: ComponentChildren }) => {
  const services = useServices();
  const { say } = useSettings();
  const [known, setKnown] = useState<{ lists: readonly SubscriptionView[]; broken: number } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const changes = useRef(0);

  const refresh = useCallback(async () => {
    const before = changes.current;
    try {
      const answer = await services.send("lists", {});
      // An answer that was asked for before a change is older than what the change gave.
      if (changes.current !== before) return;
      setKnown(answer);
      setFailure(null);
    } catch (error) {
      setFailure(messageOf(error));
    }
  }, [services]);

  useEffect(() => {
    const watching = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The first time in any case: a page may be opened behind others.
    const loop = async (first = false) => {
      clearTimeout(timer);
      if (first || !document.hidden) await refresh();
      // Another turn may have begun meanwhile: one is enough.
      clearTimeout(timer);
      if (!watching.signal.aborted) timer = setTimeout(() => void loop(), EVERY_MS);
    };
    void loop(true);
    const seen = () => {
      if (!document.hidden) void loop();
    };
    document.addEventListener("visibilitychange", seen, { signal: watching.signal });
    services.watchPermissions(() => void refresh(), watching.signal);
    return () => {
      watching.abort();
      clearTimeout(timer);
    };
  }, [services, refresh]);

  const act = useCallback<ListsView["act"]>(
    async (id, send, doing) => {
      setBusy((now) => new Set([...now, id]));
      try {
        const row = await send();
        changes.current += 1;
        setKnown((now) => {
          const lists = now?.lists ?? [];
          const others = row
            ? lists.map((list) => (list.id === id ? row : list))
            : lists.filter((list) => list.id !== id);
          return { lists: others, broken: now?.broken ?? 0 };
        });
        const { words, undo } = typeof doing === "function" ? doing(row) : doing;
        say(words, false, undo && (() => void act(id, undo.send, undo)));
        return true;
      } catch (error) {
        say(messageOf(error), true);
        void refresh();
        return false;
      } finally {
        setBusy((now) => new Set([...now].filter((other) => other !== id)));
      }
    },
    [say, refresh],
  );

  return (
    <ListsContext.Provider
      value={{ lists: known?.lists ?? null, broken: known?.broken ?? 0, failure, refresh, busy, act }}
    >
      {children}
    </ListsContext.Provider>
  );
};
