import { useCallback, useEffect, useRef, useState } from "preact/hooks";

import { useServices } from "./services";
import { useSettings } from "./use-settings";
import { messageOf } from "./words";

/** What a switch needs to know of a site; both a definition and a tab's status have it. */
export interface SwitchableSite {
  id: string;
  name: string;
  origins: readonly string[];
}

export interface SiteSwitch {
  on: boolean;
  /** Whether the browser lets Winnow read the site; null until known. */
  permitted: boolean | null;
  asking: boolean;
  problem: string | null;
  turnOn: () => void;
  turnOff: () => void;
  /** Give the permission back to the browser. */
  withdraw: () => void;
}

/** A site's switch together with the browser's permission, which the person can take away at any time. */
export const useSiteSwitch = (site: SwitchableSite): SiteSwitch => {
  const services = useServices();
  const { settings, change, say } = useSettings();
  const [permitted, setPermitted] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const origins = useRef(site.origins);
  origins.current = site.origins;
  const key = site.origins.join(" ");

  const check = useCallback(
    () =>
      services.hasOrigins(origins.current).then(setPermitted, (error: unknown) => {
        setProblem(`Your browser did not say whether Winnow may read ${site.name}: ${messageOf(error)}`);
      }),
    [services, site.name],
  );

  useEffect(() => {
    const watching = new AbortController();
    void check();
    services.watchPermissions(() => void check(), watching.signal);
    return () => watching.abort();
  }, [services, check, key]);

  const set = (on: boolean, words: string, quiet: boolean) =>
    change(words, (now) => ({ ...now, sites: { ...now.sites, [site.id]: on } }), { quiet });

  const turnOn = () => {
    setProblem(null);
    setAsking(true);
    // Asked first and without waiting, or the browser no longer sees the click. What the person
    // wants is saved beside it, since the question may close the popup before its answer arrives.
    const answer = services.requestOrigins(origins.current);
    const saved = set(true, `${site.name} is on`, true);
    const finish = async () => {
      try {
        const allowed = await answer;
        if (!(await saved)) return;
        setPermitted(allowed);
        if (allowed) return say(`Saved. Winnow is on for ${site.name}.`);
        setProblem(`Your browser did not allow it, so Winnow stays off on ${site.name}. You can try again.`);
        await set(false, `${site.name} is off`, true);
      } catch (error) {
        setProblem(
          `Your browser could not be asked, so Winnow stays off on ${site.name}: ${messageOf(error)}`,
        );
        await set(false, `${site.name} is off`, true);
      } finally {
        setAsking(false);
      }
    };
    void finish();
  };

  const turnOff = () => {
    setProblem(null);
    void set(false, `Winnow is off on ${site.name}`, false);
  };

  const withdraw = () => {
    services.removeOrigins(origins.current).then(
      (gone) => {
        setProblem(
          gone
            ? null
            : `Your browser keeps the permission for ${site.name}. You can take it away in its settings.`,
        );
        void check();
      },
      (error: unknown) => setProblem(`The permission was not taken back: ${messageOf(error)}`),
    );
  };

  return { on: settings?.sites[site.id] === true, permitted, asking, problem, turnOn, turnOff, withdraw };
};
