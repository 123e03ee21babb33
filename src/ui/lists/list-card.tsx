import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import type { Grant } from "../../core/vocab/rule-list";
import type { SubscriptionView } from "../../platform/lists/view";
import { Switch } from "../components/switch";
import { useServices } from "../services";
import { useNow } from "../use-now";
import { count } from "../words";
import { ChangesPanel } from "./changes-panel";
import { GrantEditor } from "./grant-editor";
import { ago, grantWords, originWords, stateWords } from "./list-words";
import { ListTrouble } from "./list-trouble";
import { QuarantinePanel } from "./quarantine";
import { RulesPanel } from "./rules-panel";
import { Unsubscribe } from "./unsubscribe";
import { useLists } from "./use-lists";
import { VersionsPanel } from "./versions-panel";

type Panel = "waiting" | "grant" | "changes" | "versions" | "rules" | "leave";

const NAMES: Record<Panel, string> = {
  waiting: "Look at the new copy",
  grant: "What it may do",
  changes: "Changes",
  versions: "Versions",
  rules: "Rules",
  leave: "Unsubscribe…",
};

interface ListCardProps {
  list: SubscriptionView;
  onFork: (list: SubscriptionView) => void;
}

/** One list that is followed: what it is, how it is, and behind one button each all that can be done with it. */
export const ListCard = ({ list, onFork }: ListCardProps) => {
  const services = useServices();
  const { act, busy } = useLists();
  const now = useNow();
  const [open, setOpen] = useState<Panel | null>(null);
  const { id, name, on, grant, current, quarantine, returned } = list;
  const working = busy.has(id);

  const change = (to: { on: boolean } | { grant: Grant }, back: typeof to, words: string) =>
    void act(id, () => services.send("list-change", { id, ...to }), {
      words,
      undo: { words: `${name}: taken back.`, send: () => services.send("list-change", { id, ...back }) },
    });
  const look = () =>
    void act(
      id,
      () => services.send("list-update", { id }),
      (row) => ({
        words: row?.problem ? `${name}: ${row.problem.message}` : `${name}: looked at just now.`,
      }),
    );

  const panels: Record<Panel, () => ComponentChildren> = {
    waiting: () => <QuarantinePanel list={list} />,
    grant: () => (
      <GrantEditor
        grant={grant}
        onChange={(next) => change({ grant: next }, { grant }, `${name}: ${grantWords(next)}`)}
      />
    ),
    changes: () => <ChangesPanel list={list} />,
    versions: () => <VersionsPanel list={list} />,
    rules: () => <RulesPanel list={list} />,
    leave: () => <Unsubscribe list={list} onNo={() => setOpen(null)} />,
  };
  const offered: Panel[] = [
    ...(quarantine ? (["waiting"] as const) : []),
    "grant",
    "changes",
    "versions",
    "rules",
  ];
  const shown = open === "leave" || (open !== null && offered.includes(open)) ? open : null;

  const opener = (panel: Panel) => (
    <button
      key={panel}
      type="button"
      class={panel === "waiting" ? "button button-strong" : "button button-small"}
      aria-expanded={shown === panel}
      aria-label={`${NAMES[panel]} (${name})`}
      onClick={() => setOpen(shown === panel ? null : panel)}
    >
      {NAMES[panel]}
    </button>
  );

  return (
    <li class="list-card" data-state={list.state} aria-busy={working}>
      <div class="list-head">
        <div>
          <h3>{name}</h3>
          <p class="hint list-origin" dir="auto">
            {originWords(list.origin)}
          </p>
        </div>
        <Switch
          on={on}
          label={`The list ${name}`}
          busy={working}
          describedBy={`${id}-state`}
          onChange={(next) =>
            change({ on: next }, { on }, next ? `${name}: on.` : `${name}: off. Its rules do nothing now.`)
          }
        />
      </div>
      <p class="list-state" id={`${id}-state`}>
        {working ? "Working…" : stateWords(list, now)}
      </p>
      <p class="hint">
        {count(current.rules, "rule")}
        {list.lastChanged !== undefined && `, changed ${ago(list.lastChanged, now)}`}
        {list.key !== undefined && ", signed"}. {grantWords(grant)}
      </p>
      {returned.length > 0 && (
        <p class="hint">
          {count(returned.length, "rule")} came back after {returned.length === 1 ? "its" : "their"} removal
          and {returned.length === 1 ? "is" : "are"} kept out: see Rules.
        </p>
      )}
      <ListTrouble list={list} />
      <div class="list-buttons">
        {offered.map(opener)}
        {list.nextCheck !== undefined && !list.problem && (
          <button
            type="button"
            class="button button-small"
            disabled={working}
            aria-label={`Look for news now (${name})`}
            onClick={look}
          >
            Look now
          </button>
        )}
        {list.origin.kind === "url" && (
          <button
            type="button"
            class="button button-small"
            aria-label={`Fork (${name})`}
            onClick={() => onFork(list)}
          >
            Fork…
          </button>
        )}
        {opener("leave")}
      </div>
      {shown && (
        <div class="list-panel" role="group" aria-label={`${NAMES[shown]}: ${name}`}>
          {panels[shown]()}
        </div>
      )}
    </li>
  );
};
