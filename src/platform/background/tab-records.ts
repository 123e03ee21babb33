import * as v from "valibot";

import { HealthSchema, type Health } from "../../core/vocab/health";
import { actedOn, emptyTally, TallySchema, type Tally } from "../../core/vocab/tally";
import { browser } from "../browser";
import { readSession, removeSession, writeSession } from "../storage";

const RecordSchema = v.object({ paused: v.boolean(), tally: TallySchema, reader: HealthSchema });

/** What is known of one tab until it is closed. */
export type TabRecord = v.InferOutput<typeof RecordSchema>;

const fresh = (): TabRecord => ({ paused: false, tally: emptyTally(), reader: { state: "idle" } });

const keyOf = (tabId: number): string => `tab:${tabId}`;

/** Session storage outlives the background's being stopped; the map spares a read while it runs. */
const known = new Map<number, TabRecord>();

export const tabRecord = async (tabId: number): Promise<TabRecord> => {
  const here = known.get(tabId);
  if (here) return here;
  const stored = v.safeParse(RecordSchema, await readSession(keyOf(tabId)));
  const record = stored.success ? stored.output : fresh();
  // Another call may have been faster, and its changes stand.
  const first = known.get(tabId) ?? record;
  known.set(tabId, first);
  return first;
};

export const changeTabRecord = async (tabId: number, change: Partial<TabRecord>): Promise<TabRecord> => {
  const next = { ...(await tabRecord(tabId)), ...change };
  known.set(tabId, next);
  await writeSession(keyOf(tabId), next);
  return next;
};

export const forgetTab = async (tabId: number): Promise<void> => {
  known.delete(tabId);
  await removeSession(keyOf(tabId));
};

/** How many posts of the tab's page were acted on, on the toolbar button; `!` where the reader fails. */
export const showBadge = async (tabId: number, tally: Tally, reader: Health): Promise<void> => {
  const count = actedOn(tally);
  const text = reader.state === "failed" ? "!" : count === 0 ? "" : count > 999 ? "1k+" : String(count);
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: "#5b6470" });
    await browser.action.setBadgeText({ tabId, text });
  } catch {
    // The tab was closed meanwhile, or the browser has no badges (Firefox on Android).
  }
};
