import { useMemo, useState } from "preact/hooks";

import { parseList } from "../../core/rules/parse";
import type { SubscriptionView } from "../../platform/lists/view";
import { Problem } from "../components/problem";
import { useServices } from "../services";
import { useSettings } from "../use-settings";
import { count, messageOf, number } from "../words";
import { SkippedLines } from "./skipped-lines";
import { OutRules } from "./out-rules";
import { useAnswer } from "./use-answer";
import { useLists } from "./use-lists";

const MOST_SHOWN = 100;

/** The rules of a list that act, one switch each, and the lines that do not. */
export const RulesPanel = ({ list }: { list: SubscriptionView }) => {
  const services = useServices();
  const { act, busy } = useLists();
  const { say } = useSettings();
  const { value, failure, again } = useAnswer("list-text", { id: list.id }, list.current.id);
  const [sought, setSought] = useState("");
  const parsed = useMemo(() => (value ? parseList(value.text) : null), [value]);
  const out = new Set([...list.switchedOff, ...list.returned].map(({ text }) => text));

  if (failure)
    return (
      <Problem action={{ label: "Try again", onClick: again }}>
        Its rules could not be read. {failure}
      </Problem>
    );
  if (!parsed || !value)
    return (
      <p class="hint" role="status">
        Reading its rules…
      </p>
    );

  const wanted = sought.trim().toLowerCase();
  const found = parsed.rules.filter(({ text }) => !out.has(text) && text.toLowerCase().includes(wanted));
  const save = () => {
    try {
      services.download(
        `${list.name.replace(/[^\p{L}\p{N}-]+/gu, "-") || "list"}.txt`,
        value.text,
        "text/plain",
      );
    } catch (error) {
      say(messageOf(error), true);
    }
  };
  const off = (line: number, text: string) =>
    void act(
      list.id,
      () => services.send("list-rule", { id: list.id, what: "off", line }),
      (row) => {
        const key = row?.switchedOff.find((stone) => stone.text === text)?.key;
        return {
          words: `Switched off: ${text.slice(0, 80)}`,
          ...(key !== undefined && {
            undo: {
              words: `Works again: ${text.slice(0, 80)}`,
              send: () => services.send("list-rule", { id: list.id, what: "on", key }),
            },
          }),
        };
      },
    );

  return (
    <div class="panel-parts">
      <div class="field">
        <label for={`${list.id}-find`}>Find a rule</label>
        <input
          id={`${list.id}-find`}
          class="input"
          type="search"
          value={sought}
          onInput={(event) => setSought(event.currentTarget.value)}
        />
      </div>
      <p role="status" class="hint">
        {wanted ? `${count(found.length, "rule")} found.` : count(found.length, "rule")}
        {value.cut && " The list is longer than what is shown here."}
      </p>
      <ul class="rule-lines">
        {found.slice(0, MOST_SHOWN).map(({ line, text }) => (
          <li key={line}>
            <code dir="ltr">{text}</code>
            <button
              type="button"
              class="link"
              disabled={busy.has(list.id)}
              aria-label={`Switch off line ${line}`}
              onClick={() => off(line, text)}
            >
              Switch off
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN && (
        <p class="hint">And {number(found.length - MOST_SHOWN)} more. Look for a word to find others.</p>
      )}
      <OutRules list={list} />
      <SkippedLines problems={parsed.problems} lines={parsed.lines} total={parsed.problems.length} />
      <div class="row">
        <button type="button" class="button" onClick={save}>
          Save its text as a file
        </button>
      </div>
    </div>
  );
};
