import { siteHosts } from "../site-address";
import { type SwitchableSite, useSiteSwitch } from "../use-site-switch";
import { listed } from "../words";
import { Problem } from "./problem";
import { Switch } from "./switch";

interface SiteRowProps {
  site: SwitchableSite;
  /** Offer to give the browser's permission back. */
  withdrawable?: boolean;
}

/** One site: its switch, and what the browser says to it. */
export const SiteRow = ({ site, withdrawable = false }: SiteRowProps) => {
  const { on, permitted, asking, problem, turnOn, turnOff, withdraw } = useSiteSwitch(site);
  const hosts = listed(siteHosts(site));
  const about = `site-${site.id}-about`;
  const lacking = on && permitted === false && !asking && !problem;
  return (
    <li class="site">
      <div class="site-line">
        <div>
          <p class="site-name">{site.name}</p>
          <p class="hint" id={about}>
            {asking
              ? "Your browser is asking you."
              : on && permitted === false
                ? "Waiting for your browser’s permission."
                : on
                  ? `On: posts on ${hosts} are read on this device.`
                  : `Off: nothing on ${hosts} is read.`}
          </p>
        </div>
        <Switch
          on={on}
          label={`Winnow on ${site.name}`}
          busy={asking}
          describedBy={about}
          onChange={(next) => (next ? turnOn() : turnOff())}
        />
      </div>
      {lacking && (
        <Problem action={{ label: `Allow ${site.name}`, onClick: turnOn }}>
          Your browser does not let Winnow read {site.name} at the moment, so posts there are shown as they
          are.
        </Problem>
      )}
      {problem && (
        <Problem action={on ? undefined : { label: "Ask again", onClick: turnOn }}>{problem}</Problem>
      )}
      {withdrawable && !on && permitted && (
        <p class="hint">
          Your browser still allows Winnow to read {site.name}.{" "}
          <button type="button" class="link" onClick={withdraw}>
            Take the permission back
          </button>
        </p>
      )}
    </li>
  );
};
