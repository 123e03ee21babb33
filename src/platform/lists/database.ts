import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** What is kept of lists. Values are checked against their schemas when they are read, so they are unknown here. */
interface Schema extends DBSchema {
  /** By id. */
  subscriptions: { key: string; value: unknown };
  /** Texts of one copy of a list: `[list, version]`. */
  versions: { key: [string, string]; value: unknown };
  /** What an update changed: `[list, time]`. */
  differences: { key: [string, number]; value: unknown };
  /** Lists that were looked at and not (yet) subscribed to, by token. */
  previews: { key: string; value: unknown };
  /** Requests that were made. */
  ledger: { key: number; value: unknown };
  /** Stored values that failed their schema, untouched. */
  broken: { key: number; value: unknown };
  /** Salted hashes of handles that the user follows, as far as posts told. */
  followed: { key: string; value: number };
  /** Small values by name. */
  values: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

export const STORES = [
  "subscriptions",
  "versions",
  "differences",
  "previews",
  "ledger",
  "broken",
  "followed",
  "values",
] as const satisfies readonly (keyof Schema)[];

const NAME = "winnow-lists";

let opened: Promise<Database> | null = null;

/** The database, opened once for this context; opened anew after a failure or when the browser closed it. */
export const database = (): Promise<Database> => {
  opened ??= openDB<Schema>(NAME, 1, {
    upgrade: (db) => {
      for (const name of STORES) {
        if (name === "ledger" || name === "broken") db.createObjectStore(name, { autoIncrement: true });
        else db.createObjectStore(name);
      }
    },
    // Another context wants to upgrade or erase: let it.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated: () => {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
};

/** Forget everything that is kept of lists. */
export const eraseLists = async (): Promise<void> => {
  const db = await database();
  const transaction = db.transaction(STORES, "readwrite");
  await Promise.all([...STORES.map((name) => transaction.objectStore(name).clear()), transaction.done]);
};

/** Everything under keys that begin with a list's id. */
export const ofList = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);
