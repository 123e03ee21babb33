import { useMemo } from "preact/hooks";

import { type Imported, withoutKnown } from "../../core/lists/import";
import { MAX_RULES_TEXT } from "../../core/settings/schema";
import { useReadSettings, useSettings } from "../use-settings";
import { count, number } from "../words";

interface BroughtReportProps {
  brought: Imported;
  name: string;
  onList: (name: string, text: string) => void;
  onDone: () => void;
}

/** Header lines belong to a list; among the user's own rules one line says where they came from. */
const asOwn = (text: string, name: string): string => {
  const rules = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("!"));
  return [`! from ${name || "another program"}`, ...rules].join("\n");
};

/** What came of another program's list: rules, what was left out and why, and where the rules may go. */
export const BroughtReport = ({ brought, name, onList, onDone }: BroughtReportProps) => {
  const { rules: own } = useReadSettings();
  const { change } = useSettings();
  const fresh = useMemo(() => withoutKnown(brought.text, own), [brought.text, own]);
  const adding = brought.rules - fresh.known;
  const after = `${own.replace(/\s+$/u, "")}${own.trim() ? "\n" : ""}${asOwn(fresh.text, name)}\n`;
  const fits = after.length <= MAX_RULES_TEXT;

  const add = async () => {
    const done = await change(`${count(adding, "rule")} added to yours`, (now) =>
      now.rules === own ? { ...now, rules: after } : now,
    );
    if (done) onDone();
  };

  return (
    <>
      <p role="status">
        <strong>{count(brought.rules, "rule")}</strong>
        {brought.twice > 0 && `; ${count(brought.twice, "rule")} stood there twice`}
        {fresh.known > 0 && `; you have ${number(fresh.known)} of them already`}
        {brought.leftCount > 0 && `; ${count(brought.leftCount, "line")} cannot be carried over`}.
      </p>
      {Object.entries(brought.notes).map(([note, n]) => (
        <p class="hint" key={note}>
          {count(n, "rule")}: {note}
        </p>
      ))}
      {brought.leftCount > 0 && (
        <details class="help">
          <summary>What cannot be carried over, and why</summary>
          <ul class="skipped">
            {brought.left.slice(0, 200).map(({ line, text, why }) => (
              <li key={line}>
                <p>
                  Line {number(line)}: {why}
                </p>
                <code dir="auto">{text}</code>
              </li>
            ))}
          </ul>
          {brought.leftCount > Math.min(200, brought.left.length) && (
            <p class="hint">And {number(brought.leftCount - Math.min(200, brought.left.length))} more.</p>
          )}
        </details>
      )}
      {brought.rules > 0 && (
        <details class="help">
          <summary>See the rules</summary>
          <pre class="code-block" dir="ltr" tabIndex={0}>
            {brought.text.slice(0, 40_000)}
          </pre>
        </details>
      )}
      {!fits && <p class="hint">Too many for your own rules: they can be a list of their own.</p>}
      <div class="row">
        {adding > 0 && fits && (
          <button type="button" class="button button-strong" onClick={() => void add()}>
            Add {count(adding, "rule")} to mine
          </button>
        )}
        {brought.rules > 0 && (
          <button
            type="button"
            class={fits ? "button" : "button button-strong"}
            onClick={() => onList(name || "Carried over", brought.text)}
          >
            Make a list of them
          </button>
        )}
        <button type="button" class="button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </>
  );
};
