import { Storage } from "@plasmohq/storage";

/** Keys of the stored values. The stored form is JSON text. */
export const KEYS = { settings: "settings", setAside: "set-aside" } as const;

// `sync` is the library's default; its quota is too small for rules, and nothing is to leave the device unasked.
class LocalStorage extends Storage {
  /** What is stored under a key as it is, where `get` would give nothing for text that does not parse. */
  async raw(key: string): Promise<unknown> {
    return this.rawGet(key);
  }
}

const local = new LocalStorage({ area: "local" });
const session = new Storage({ area: "session" });

/** The stored text, or null. What was stored by anything but us may be no text at all. */
export const readRaw = async (key: string): Promise<string | null> => {
  const raw = await local.raw(key);
  if (raw === undefined || raw === null) return null;
  return typeof raw === "string" ? raw : JSON.stringify(raw);
};

export const write = async (key: string, value: unknown): Promise<void> => {
  await local.set(key, value);
};

export const clearLocal = async (): Promise<void> => {
  await local.clear();
  await session.clear();
};

/** Call back when a key is written by any page, worker or tab of the extension. */
export const watchKey = (key: string, onChange: () => void, signal: AbortSignal): void => {
  if (signal.aborted) return;
  const callbacks = { [key]: onChange };
  local.watch(callbacks);
  signal.addEventListener("abort", () => local.unwatch(callbacks), { once: true });
};

/** Kept until the browser closes; survives the background being stopped. Not readable by content scripts. */
export const readSession = async (key: string): Promise<unknown> => session.get<unknown>(key);

export const writeSession = async (key: string, value: unknown): Promise<void> => {
  await session.set(key, value);
};

export const removeSession = async (key: string): Promise<void> => {
  await session.remove(key);
};
