import type { Settings } from "../../core/settings/schema";
import { useReadSettings, useSettings } from "../use-settings";

const DETECTORS: readonly { id: keyof Settings["detectors"]; name: string; about: string }[] = [
  {
    id: "text",
    name: "The text model",
    about: "Measures how a post is written. Off: no post is flagged for its text.",
  },
  {
    id: "declared",
    name: "What the site declares",
    about: "Heeds AI labels and automated-account badges that the site itself shows.",
  },
];

/** What may be measured at all. */
export const Detectors = () => {
  const { detectors } = useReadSettings();
  const { change } = useSettings();
  return (
    <fieldset class="choices">
      <legend>What Winnow looks at</legend>
      {DETECTORS.map(({ id, name, about }) => (
        <label class="choice choice-plain" key={id}>
          <input
            type="checkbox"
            checked={detectors[id]}
            aria-describedby={`detector-${id}`}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              void change(`${name}: ${on ? "on" : "off"}`, (now) => ({
                ...now,
                detectors: { ...now.detectors, [id]: on },
              }));
            }}
          />
          <span class="choice-words">
            <span class="choice-title">{name}</span>
            <span class="hint" id={`detector-${id}`}>
              {about}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
