import { useId, useState } from "preact/hooks";

import { readSite } from "../../core/rules/values";
import type { Grant } from "../../core/vocab/rule-list";
import { GRANT_ACTIONS } from "./list-words";

interface GrantEditorProps {
  grant: Grant;
  /** What the list asks for, or uses. */
  wish?: Grant | undefined;
  onChange: (grant: Grant) => void;
}

const ACTS = ["label", "dim", "fold", "hide"] as const;

const POWERS = [
  ["regex", "Use patterns", "Regular expressions. They run in linear time, but are harder to read."],
  ["ai", "Ask the model", "Rules may act on how machine-like a post reads."],
  ["exempt", "Keep what other lists act on", "Its “keep” also undoes what other lists and the model found."],
] as const;

const Asked = ({ asked }: { asked: boolean }) => (asked ? <span class="tag">asks for it</span> : null);

/** Hosts or ids of sites, as somebody types them: with commas or spaces. */
const readSites = (text: string): { sites: string[]; wrong: string[] } => {
  const sites: string[] = [];
  const wrong: string[] = [];
  for (const word of text.split(/[\s,;]+/u).filter(Boolean)) {
    const read = readSite(word);
    if (read.ok) sites.push(read.value);
    else wrong.push(word);
  }
  return { sites, wrong };
};

const Sites = ({ grant, wish, onChange }: GrantEditorProps) => {
  const id = useId();
  const known = grant.sites === "all" ? "" : grant.sites.join(", ");
  const [text, setText] = useState(known || (wish && wish.sites !== "all" ? wish.sites.join(", ") : ""));
  const { sites, wrong } = readSites(text);
  const only = grant.sites !== "all";
  const keep = () => {
    if (only && sites.length > 0 && sites.join() !== known.split(", ").join()) onChange({ ...grant, sites });
  };
  return (
    <fieldset class="grant-part">
      <legend>Where</legend>
      <label class="check">
        <input type="radio" name={id} checked={!only} onChange={() => onChange({ ...grant, sites: "all" })} />
        <span>On every site</span>
        <Asked asked={wish?.sites === "all"} />
      </label>
      <label class="check">
        <input type="radio" name={id} checked={only} onChange={() => onChange({ ...grant, sites })} />
        <span>Only on some sites</span>
        <Asked asked={wish !== undefined && wish.sites !== "all"} />
      </label>
      {only && (
        <div class="field">
          <label for={`${id}-sites`}>Their names or hosts, with commas</label>
          <input
            id={`${id}-sites`}
            class="input"
            dir="ltr"
            value={text}
            placeholder="x.com, bsky.app"
            aria-describedby={`${id}-hint`}
            onInput={(event) => setText(event.currentTarget.value)}
            onBlur={keep}
            onKeyDown={(event) => event.key === "Enter" && keep()}
          />
          <p class="hint" id={`${id}-hint`}>
            {wrong.length > 0
              ? `${wrong.join(", ")} is no name of a site.`
              : sites.length === 0
                ? "No site yet, so it does nothing."
                : ""}
          </p>
        </div>
      )}
    </fieldset>
  );
};

/** What a list may do. Each box is a yes or no of the person; what the list asks for is only said beside it. */
export const GrantEditor = ({ grant, wish, onChange }: GrantEditorProps) => {
  const toggle = (action: (typeof ACTS)[number]) => {
    const has = grant.actions.includes(action);
    const actions = ACTS.filter((each) => (each === action ? !has : grant.actions.includes(each)));
    onChange({ ...grant, actions });
  };
  return (
    <div class="grant">
      <fieldset class="grant-part">
        <legend>What it may do with posts</legend>
        {ACTS.map((action) => (
          <label class="check" key={action}>
            <input type="checkbox" checked={grant.actions.includes(action)} onChange={() => toggle(action)} />
            <span>{GRANT_ACTIONS[action]}</span>
            <Asked asked={wish?.actions.includes(action) ?? false} />
          </label>
        ))}
        <p class="hint">A rule that wants more does the strongest thing that you allow below it.</p>
      </fieldset>
      <Sites grant={grant} wish={wish} onChange={onChange} />
      <fieldset class="grant-part">
        <legend>And it may</legend>
        {POWERS.map(([power, name, about]) => (
          <label class="check" key={power}>
            <input
              type="checkbox"
              checked={grant[power]}
              onChange={() => onChange({ ...grant, [power]: !grant[power] })}
            />
            <span>
              {name}
              <span class="hint"> {about}</span>
            </span>
            <Asked asked={wish?.[power] ?? false} />
          </label>
        ))}
      </fieldset>
    </div>
  );
};
