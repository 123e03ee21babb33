import { useCallback, useEffect, useState } from "preact/hooks";

import type { TabStatus } from "../platform/messages";
import { useServices } from "./services";
import { messageOf } from "./words";

const EVERY_MS = 1_000;

export interface StatusView {
  /** The tab behind the popup: null if there is none, undefined until known. */
  tabId: number | null | undefined;
  status: TabStatus | null;
  failure: string | null;
  refresh: () => void;
}

/** How Winnow does on the tab behind the popup, asked each second while the popup is seen. */
export const useStatus = (): StatusView => {
  const services = useServices();
  const [tabId, setTabId] = useState<number | null | undefined>(undefined);
  const [status, setStatus] = useState<TabStatus | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const tab = await services.currentTab();
        const next = tab
          ? await services.send("status", {
              tabId: tab.id,
              ...(tab.url ? { url: tab.url.slice(0, 10_000) } : {}),
            })
          : null;
        if (stopped) return;
        setTabId(tab ? tab.id : null);
        setStatus(next);
        setFailure(null);
      } catch (error) {
        if (!stopped) setFailure(messageOf(error));
      }
    };
    const loop = async () => {
      if (!document.hidden) await ask();
      if (!stopped) timer = setTimeout(() => void loop(), EVERY_MS);
    };
    void loop();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [services, asked]);

  const refresh = useCallback(() => setAsked((n) => n + 1), []);
  return { tabId, status, failure, refresh };
};
