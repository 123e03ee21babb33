import { newGrant } from "../../src/core/vocab/rule-list";
import type { Difference } from "../../src/core/vocab/subscription";
import type { ListPreview, PreviewReply } from "../../src/platform/lists/preview-schema";
import type { SubscriptionView } from "../../src/platform/lists/view";
import type { MessageName, ReplyOf, RequestOf } from "../../src/platform/messages";

/** Lists of plain variables: rows as the background would give them, with what a test wants to see. */
export interface MemoryLists {
  rows: SubscriptionView[];
  broken: number;
  /** What a look at a list answers, by address, file name or `code`. */
  previews: Record<string, PreviewReply>;
  differences: ReplyOf<"list-differences">;
  text: string;
  requests: ReplyOf<"ledger">["requests"];
  sync: ReplyOf<"sync-state">;
}

const HOUR = 3_600_000;

export const listRow = (given: Partial<SubscriptionView> = {}): SubscriptionView => {
  const now = Date.now();
  const current = { id: "aa", time: now - 30 * HOUR, bytes: 4_200, rules: 120, updated: "2026-11-22" };
  return {
    id: "list-1",
    name: "Reply bots, by hand",
    origin: { kind: "url", url: "https://lists.example/bots.txt" },
    host: "lists.example",
    on: true,
    state: "ok",
    grant: newGrant(),
    added: now - 300 * HOUR,
    lastChecked: now - 3 * HOUR - 60_000,
    lastChanged: now - 30 * HOUR,
    nextCheck: now + 5 * HOUR + 60_000,
    notes: [],
    current,
    versions: [current, { id: "bb", time: now - 80 * HOUR, bytes: 4_000, rules: 115 }],
    pinned: false,
    returned: [],
    switchedOff: [],
    ...given,
  };
};

export const listPreview = (given: Partial<ListPreview> = {}): PreviewReply => ({
  ok: true,
  preview: {
    token: "token-1",
    origin: { kind: "url", url: "https://lists.example/bots.txt" },
    name: "Reply bots, by hand",
    header: {
      title: "Reply bots, by hand",
      author: "Ada",
      description: "Accounts that say in their bio that they are automated.",
      license: "CC0-1.0",
      updated: "2026-11-22",
    },
    host: "lists.example",
    bytes: 4_200,
    counts: { rules: 120, skipped: 1, warnings: 0 },
    actions: { fold: 100, hide: 15, keep: 5 },
    wish: { actions: ["fold", "hide"], sites: ["x.com"], regex: true, ai: false, exempt: false },
    grant: newGrant(),
    signature: { state: "valid", key: "ed25519:abc", fingerprint: "0f3a 91bc 22d4 7e10 aa01 9c3d 5b6e 7f80" },
    included: [],
    notes: [],
    problems: [
      { line: 2, from: 0, to: 6, message: "There is no action “hidde”.", hint: "Did you mean hide:?" },
    ],
    warnings: [],
    text: "fold: from:@promo_bot site:x.com\nhidde: spam\nhide: /free\\s+crypto/i\n",
    ...given,
  },
});

export const difference = (given: Partial<Difference> = {}): Difference => ({
  added: [{ line: 7, text: "fold: from:@new_bot" }],
  removed: [{ line: 3, text: "fold: from:@old_bot" }],
  noted: [],
  header: [],
  returned: [],
  counts: { before: 120, after: 120, added: 1, removed: 1, noted: 0 },
  ...given,
});

export const memoryLists = (given: Partial<MemoryLists> = {}): MemoryLists => ({
  rows: [],
  broken: 0,
  previews: {},
  differences: { past: [{ time: Date.now() - 30 * HOUR, from: "bb", to: "aa", difference: difference() }] },
  text: "fold: from:@promo_bot\nhide: spam\nhidde: x\n",
  requests: [],
  sync: { on: false, state: "off", room: 102_400, conflicts: [], waiting: [] },
  ...given,
});

type Replies = Partial<Record<MessageName, (request: never) => unknown>>;

/** Answers to the messages about lists. */
export const listReplies = (lists: MemoryLists): Replies => {
  const change = (id: string, to: Partial<SubscriptionView>): SubscriptionView => {
    const row = lists.rows.find((each) => each.id === id);
    if (!row) throw new Error("There is no such list any more.");
    const next = { ...row, ...to };
    lists.rows = lists.rows.map((each) => (each.id === id ? next : each));
    return next;
  };
  const rowOf = (id: string): SubscriptionView => change(id, {});
  return {
    lists: () => ({ lists: lists.rows, broken: lists.broken }),
    "list-preview": ({ source }: RequestOf<"list-preview">) =>
      lists.previews[source.kind === "url" ? source.url : source.kind === "file" ? source.file : "code"] ?? {
        ok: false,
        kind: "network",
        problem: "Nobody answers at this address.",
      },
    "list-subscribe": ({ grant, name }: RequestOf<"list-subscribe">) => {
      const row = listRow({
        id: `list-${lists.rows.length + 1}`,
        grant,
        ...(name !== undefined && { name }),
      });
      lists.rows = [...lists.rows, row];
      return row;
    },
    "list-unsubscribe": ({ id }: RequestOf<"list-unsubscribe">) => {
      lists.rows = lists.rows.filter((each) => each.id !== id);
      return {};
    },
    "list-change": ({ id, interval, ...rest }: RequestOf<"list-change">) => {
      const { interval: before, ...row } = rowOf(id);
      const own = interval === undefined ? before : (interval ?? undefined);
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const next = { ...row, ...given, ...(own !== undefined && { interval: own }) };
      lists.rows = lists.rows.map((each) => (each.id === id ? next : each));
      return change(id, { state: !next.on ? "off" : next.pinned ? "pinned" : "ok" });
    },
    "list-update": ({ id }: RequestOf<"list-update">) => {
      const { problem: _, ...row } = rowOf(id);
      lists.rows = lists.rows.map((each) => (each.id === id ? { ...row, state: "ok" } : each));
      return rowOf(id);
    },
    "lists-update": () => ({}),
    "list-roll-back": ({ id, version }: RequestOf<"list-roll-back">) => {
      const current = rowOf(id).versions.find((each) => each.id === version);
      if (!current) throw new Error("This copy of the list is not kept.");
      return change(id, { current, pinned: true, state: "pinned" });
    },
    "list-decide": ({ id, accept }: RequestOf<"list-decide">) => {
      const { quarantine, ...row } = rowOf(id);
      const next: SubscriptionView = {
        ...row,
        state: "ok",
        ...(accept &&
          quarantine && { current: quarantine.version, versions: [quarantine.version, ...row.versions] }),
      };
      lists.rows = lists.rows.map((each) => (each.id === id ? next : each));
      return next;
    },
    "list-differences": () => lists.differences,
    "list-text": () => ({ text: lists.text, cut: false }),
    "list-rule": (request: RequestOf<"list-rule">) => {
      const { id, switchedOff, returned } = rowOf(request.id);
      if (request.what === "off") {
        const text = lists.text.split("\n")[request.line - 1] ?? "";
        return change(id, {
          switchedOff: [...switchedOff, { key: text, text, since: Date.now(), by: "user" }],
        });
      }
      const others = returned.filter(({ key }) => key !== request.key);
      return change(id, {
        returned: others,
        switchedOff: switchedOff.filter(({ key }) => key !== request.key),
      });
    },
    ledger: () => ({ requests: lists.requests }),
    "sync-state": () => lists.sync,
    "sync-switch": ({ on }: RequestOf<"sync-switch">) => {
      lists.sync = {
        ...lists.sync,
        on,
        state: on ? "ok" : "off",
        ...(on && { used: 9_000, last: Date.now() }),
      };
      return lists.sync;
    },
    "sync-now": () => lists.sync,
  };
};
