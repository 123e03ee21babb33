import { useMemo, useState } from "preact/hooks";

import { parseRules } from "../../core/rules/parse";
import { count, number } from "../words";

const MOST_SHOWN = 200;

interface ChooseRulesProps {
  /** The user's own rules. */
  text: string;
  /** Lines that were chosen; null for all. */
  chosen: ReadonlySet<number> | null;
  onChange: (chosen: ReadonlySet<number> | null) => void;
}

/** All of one's rules, or some of them. */
export const ChooseRules = ({ text, chosen, onChange }: ChooseRulesProps) => {
  const { rules } = useMemo(() => parseRules(text), [text]);
  const [sought, setSought] = useState("");
  const wanted = sought.trim().toLowerCase();
  const found = rules.filter((rule) => rule.text.toLowerCase().includes(wanted));
  const toggle = (line: number) => {
    const next = new Set(chosen);
    if (!next.delete(line)) next.add(line);
    onChange(next);
  };
  return (
    <fieldset class="grant-part">
      <legend>Which rules</legend>
      <label class="check">
        <input type="radio" name="share-which" checked={chosen === null} onChange={() => onChange(null)} />
        <span>All my rules ({number(rules.length)}), with my comments</span>
      </label>
      <label class="check">
        <input
          type="radio"
          name="share-which"
          checked={chosen !== null}
          onChange={() => onChange(new Set())}
        />
        <span>Only some</span>
      </label>
      {chosen !== null && (
        <>
          {rules.length > 12 && (
            <div class="field">
              <label for="share-find">Find a rule</label>
              <input
                id="share-find"
                class="input"
                type="search"
                value={sought}
                onInput={(event) => setSought(event.currentTarget.value)}
              />
            </div>
          )}
          <div class="choose-rules">
            {found.slice(0, MOST_SHOWN).map(({ line, text: rule }) => (
              <label class="check" key={line}>
                <input type="checkbox" checked={chosen.has(line)} onChange={() => toggle(line)} />
                <code dir="ltr">{rule}</code>
              </label>
            ))}
          </div>
          {found.length > MOST_SHOWN && (
            <p class="hint">And {number(found.length - MOST_SHOWN)} more: look for a word.</p>
          )}
          <div class="row">
            <p role="status">{count(chosen.size, "rule")} chosen.</p>
            <button
              type="button"
              class="link"
              onClick={() => onChange(new Set([...chosen, ...found.map(({ line }) => line)]))}
            >
              Choose {wanted ? "all that were found" : "all"}
            </button>
            <button type="button" class="link" onClick={() => onChange(new Set())}>
              Choose none
            </button>
          </div>
        </>
      )}
    </fieldset>
  );
};
