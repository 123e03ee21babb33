import { defaultSettings } from "../core/settings/defaults";
import { migrate } from "../core/settings/migrate";
import type { Settings } from "../core/settings/schema";
import type { Health } from "../core/vocab/health";
import { eraseLists } from "./lists/database";
import { listSetAside, setAside } from "./set-aside";
import { clearLocal, KEYS, readRaw, watchKey, write } from "./storage";

export { forgetSetAside, listSetAside, type SetAside } from "./set-aside";

export interface LoadedSettings {
  settings: Settings;
  /** `failed` while stored data that could not be read lies set aside. */
  storage: Health;
}

const parse = (raw: string): ReturnType<typeof migrate> => {
  try {
    return migrate(JSON.parse(raw));
  } catch (error) {
    return { ok: false, problem: `not JSON: ${(error as Error).message}` };
  }
};

/** One page's change after another's, and none lost: all of the extension's pages share these locks. */
const exclusive = <T>(work: () => Promise<T>): Promise<T> =>
  typeof navigator !== "undefined" && navigator.locks
    ? (navigator.locks.request("winnow-settings", work) as Promise<T>)
    : work();

/** What broke and was set aside, as a state of health. */
export const storageHealth = async (): Promise<Health> => {
  const [newest] = await listSetAside();
  return newest
    ? {
        state: "failed",
        message: `Stored ${newest.key} could not be read (${newest.problem}). They are set aside and can be downloaded in the options; the defaults are used.`,
      }
    : { state: "ok" };
};

/** Whether anything was ever stored here: somebody who set Winnow up before needs no welcome. */
export const isFresh = async (): Promise<boolean> => (await readRaw(KEYS.settings)) === null;

/** The settings that stand. Broken ones are set aside, and the defaults stand in for them. */
export const loadSettings = async (): Promise<LoadedSettings> => {
  const raw = await readRaw(KEYS.settings);
  if (raw === null) return { settings: defaultSettings(), storage: await storageHealth() };
  const read = parse(raw);
  if (read.ok) return { settings: read.settings, storage: await storageHealth() };
  // Only kept here, not overwritten: the broken value is replaced by the user's next change.
  await setAside({ time: new Date().toISOString(), key: KEYS.settings, problem: read.problem, raw });
  return { settings: defaultSettings(), storage: await storageHealth() };
};

/**
 * Change the settings. `change` gets those that stand and returns new ones.
 * @returns the settings that were stored
 * @throws Error with the field's name if the new settings do not fit the schema; nothing is stored then
 */
export const updateSettings = (change: (settings: Settings) => Settings): Promise<Settings> =>
  exclusive(async () => {
    const { settings } = await loadSettings();
    const next = migrate(change(settings));
    if (!next.ok) throw new Error(next.problem);
    await write(KEYS.settings, next.settings);
    return next.settings;
  });

/** Call back with the new settings when any page changed them. */
export const watchSettings = (onChange: (settings: Settings) => void, signal: AbortSignal): void => {
  watchKey(
    KEYS.settings,
    () => {
      void loadSettings().then(({ settings }) => {
        if (!signal.aborted) onChange(settings);
      });
    },
    signal,
  );
};

/** Forget everything that Winnow stores. The defaults are written, so that open pages see the change. */
export const eraseAll = (): Promise<void> =>
  exclusive(async () => {
    await clearLocal();
    await eraseLists();
    await write(KEYS.settings, defaultSettings());
  });
