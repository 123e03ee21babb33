import type { SubscriptionView } from "../../platform/lists/view";
import { useServices } from "../services";
import { useNow } from "../use-now";
import { count } from "../words";
import { ago, dayOf, size } from "./list-words";
import { useLists } from "./use-lists";

const HOUR = 3_600_000;

const INTERVALS: readonly [string, number | null][] = [
  ["As often as the list says", null],
  ["Every 4 hours", 4 * HOUR],
  ["Every 12 hours", 12 * HOUR],
  ["Every day", 24 * HOUR],
  ["Every week", 7 * 24 * HOUR],
  ["Every 30 days", 30 * 24 * HOUR],
];

/** When it is looked at, whether it stays at one copy, and the copies that are kept. */
export const VersionsPanel = ({ list }: { list: SubscriptionView }) => {
  const services = useServices();
  const { act, busy } = useLists();
  const now = useNow();
  const { id, name, pinned, current, versions, interval } = list;
  const updated = list.state !== "still";

  const change = (to: { interval?: number | null; pinned?: boolean }, back: typeof to, words: string) =>
    void act(id, () => services.send("list-change", { id, ...to }), {
      words,
      undo: { words: `${name}: taken back.`, send: () => services.send("list-change", { id, ...back }) },
    });
  const goTo = (version: string, time: number) =>
    void act(id, () => services.send("list-roll-back", { id, version }), {
      words: `${name}: the copy of ${dayOf(time)} works now, and it is pinned to it.`,
      undo: {
        words: `${name}: taken back.`,
        send: async () => {
          const row = await services.send("list-roll-back", { id, version: current.id });
          return pinned ? row : services.send("list-change", { id, pinned: false });
        },
      },
    });

  return (
    <div class="panel-parts">
      {updated && (
        <div class="field">
          <label for={`${id}-interval`}>Look for news</label>
          <select
            id={`${id}-interval`}
            value={String(interval ?? "")}
            onChange={(event) => {
              const chosen = event.currentTarget.value === "" ? null : Number(event.currentTarget.value);
              change(
                { interval: chosen },
                { interval: interval ?? null },
                `${name}: saved how often it is looked at.`,
              );
            }}
          >
            {INTERVALS.map(([words, ms]) => (
              <option key={words} value={String(ms ?? "")}>
                {words}
              </option>
            ))}
            {interval !== undefined && !INTERVALS.some(([, ms]) => ms === interval) && (
              <option value={String(interval)}>Every {Math.round(interval / HOUR)} hours</option>
            )}
          </select>
        </div>
      )}
      {updated && (
        <label class="check">
          <input
            type="checkbox"
            checked={pinned}
            onChange={() =>
              change(
                { pinned: !pinned },
                { pinned },
                pinned ? `${name}: goes on with new copies.` : `${name}: pinned to the copy that works now.`,
              )
            }
          />
          <span>
            Pin it: stay at the copy that works now
            <span class="hint"> No news is looked for meanwhile.</span>
          </span>
        </label>
      )}
      <h4>Copies that are kept</h4>
      <ul class="versions">
        {versions.map((version) => (
          <li key={version.id}>
            <span>
              <strong>{dayOf(version.time)}</strong> ({ago(version.time, now)}),{" "}
              {count(version.rules, "rule")}, {size(version.bytes)}
              {version.updated && <span class="hint"> The list says it is of {version.updated}.</span>}
            </span>
            {version.id === current.id ? (
              <span class="tag">works now</span>
            ) : (
              <button
                type="button"
                class="button"
                disabled={busy.has(id)}
                aria-label={`Use the copy of ${dayOf(version.time)}`}
                onClick={() => goTo(version.id, version.time)}
              >
                Use this one
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
