import { useState } from "preact/hooks";

import type { TabStatus } from "../../platform/messages";
import { Problem } from "../components/problem";
import { Switch } from "../components/switch";
import { useServices } from "../services";
import { useSiteSwitch } from "../use-site-switch";
import { messageOf } from "../words";
import { DoneHere } from "./done-here";

interface ThisSiteProps {
  tabId: number;
  site: NonNullable<TabStatus["site"]>;
  status: TabStatus;
  refresh: () => void;
}

const stateWords = (working: boolean, paused: boolean, asking: boolean, on: boolean): string => {
  if (asking) return "Your browser is asking you.";
  if (working)
    return paused
      ? "Paused on this tab. Posts are shown as they are."
      : "Posts here are read on this device.";
  return on ? "Waiting for your browser’s permission." : "Off. Nothing here is read.";
};

/** The site of this tab: its switch, the tab's pause, and what was done. */
export const ThisSite = ({ tabId, site, status, refresh }: ThisSiteProps) => {
  const services = useServices();
  const { on, permitted, asking, problem, turnOn, turnOff } = useSiteSwitch(site);
  const [failure, setFailure] = useState<string | null>(null);
  const working = on && permitted !== false && !asking;

  const pause = async () => {
    try {
      await services.send("pause-tab", { tabId, paused: !status.paused });
      setFailure(null);
      refresh();
    } catch (error) {
      setFailure(`The tab was not ${status.paused ? "resumed" : "paused"}: ${messageOf(error)}`);
    }
  };

  return (
    <section aria-labelledby="this-site">
      <div class="site-line">
        <div>
          <h2 id="this-site">{site.name}</h2>
          <p class="hint" id="this-site-state">
            {stateWords(working, status.paused, asking, on)}
          </p>
        </div>
        <Switch
          on={on}
          label={`Winnow on ${site.name}`}
          busy={asking}
          describedBy="this-site-state"
          onChange={(next) => (next ? turnOn() : turnOff())}
        />
      </div>
      {on && permitted === false && !asking && !problem && (
        <Problem action={{ label: `Allow ${site.name}`, onClick: turnOn }}>
          Your browser does not let Winnow read {site.name} at the moment, so posts are shown as they are.
        </Problem>
      )}
      {problem && <Problem action={{ label: "Ask again", onClick: turnOn }}>{problem}</Problem>}
      {working && (
        <DoneHere tabId={tabId} tally={status.tally} onFailure={setFailure} refresh={refresh}>
          <button type="button" class="button" onClick={() => void pause()}>
            {status.paused ? "Resume on this tab" : "Pause on this tab"}
          </button>
        </DoneHere>
      )}
      {failure && <Problem>{failure}</Problem>}
    </section>
  );
};
