import { useEffect, useState } from "preact/hooks";

import type { SyncState } from "../../platform/sync/state";
import { Confirm } from "../components/confirm";
import { Problem } from "../components/problem";
import { Switch } from "../components/switch";
import { useServices } from "../services";
import { ago, size } from "../lists/list-words";
import { useSettings } from "../use-settings";
import { useNow } from "../use-now";
import { messageOf } from "../words";

const words = (sync: SyncState, now: number): string => {
  const room = sync.used === undefined ? "" : ` Uses ${size(sync.used)} of ${size(sync.room)}.`;
  switch (sync.state) {
    case "off":
      return "Off. Nothing is handed to your browser’s sync.";
    case "ok":
      return `On.${sync.last === undefined ? "" : ` Both sides were the same ${ago(sync.last, now)}.`}${room}`;
    case "too-large":
      return `On, but nothing was sent: it does not fit.${room}`;
    case "failed":
      return "On, but your browser refused the last try.";
  }
};

/** Settings, own rules and subscriptions through the browser's own sync. Off unless the person wants it. */
export const SyncSwitch = () => {
  const services = useServices();
  const { say } = useSettings();
  const now = useNow();
  const [sync, setSync] = useState<SyncState | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const [asking, setAsking] = useState(false);

  const ask = async (request: () => Promise<SyncState>, said?: string) => {
    setWorking(true);
    try {
      setSync(await request());
      setFailure(null);
      if (said !== undefined) say(said);
    } catch (error) {
      setFailure(messageOf(error));
    }
    setWorking(false);
  };
  useEffect(() => void ask(() => services.send("sync-state", {})), [services]);

  const turn = (on: boolean, erase = false) => {
    setAsking(false);
    void ask(
      () => services.send("sync-switch", { on, ...(erase && { erase }) }),
      on ? "Sync is on." : erase ? "Sync is off, and what was synced is erased." : "Sync is off.",
    );
  };

  return (
    <div class="part part-wide">
      <h3>Sync</h3>
      <p>
        Takes your settings, your rules and the addresses of your lists to your other browsers, through the
        sync of your browser’s maker, who can see them unless you set a passphrase there. Texts of lists are
        fetched anew on each.
      </p>
      {sync && (
        <div class="site-line">
          <p id="sync-state" role="status">
            {working ? "Working…" : words(sync, now)}
          </p>
          <Switch
            on={sync.on}
            label="Sync"
            busy={working}
            describedBy="sync-state"
            onChange={(on) => (on ? turn(true) : setAsking(true))}
          />
        </div>
      )}
      {asking && (
        <Confirm
          question="Also erase what was synced?"
          yes="Switch off and erase it there"
          onYes={() => turn(false, true)}
          onNo={() => setAsking(false)}
        >
          <p>What is on this device stays in any case.</p>
          <p>
            <button type="button" class="button" onClick={() => turn(false)}>
              Only switch off
            </button>
          </p>
        </Confirm>
      )}
      {sync?.message && (sync.state === "too-large" || sync.state === "failed") && (
        <Problem
          action={{ label: "Try again", onClick: () => void ask(() => services.send("sync-now", {})) }}
        >
          {sync.message}
        </Problem>
      )}
      {sync && sync.conflicts.length > 0 && (
        <div>
          <p>Changed on two devices at once. What stands now:</p>
          <ul class="differences">
            {sync.conflicts.map((conflict) => (
              <li key={conflict}>{conflict}</li>
            ))}
          </ul>
        </div>
      )}
      {sync && sync.waiting.length > 0 && (
        <div>
          <p>You follow these elsewhere, and they could not be had here yet:</p>
          <ul class="differences">
            {sync.waiting.map(({ url, name, problem }) => (
              <li key={url}>
                {name}: {problem} <a href={`#lists?add=${encodeURIComponent(url)}`}>Look at it here</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {failure && (
        <Problem
          action={{ label: "Try again", onClick: () => void ask(() => services.send("sync-state", {})) }}
        >
          How sync is could not be told. {failure}
        </Problem>
      )}
    </div>
  );
};
