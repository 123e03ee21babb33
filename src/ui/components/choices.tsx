import type { ComponentChildren } from "preact";

export interface Choice<T extends string | number> {
  value: T;
  title: string;
  about: string;
  picture?: ComponentChildren;
}

interface ChoicesProps<T extends string | number> {
  name: string;
  legend: string;
  hint?: string;
  choices: readonly Choice<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** A native radio group, each choice with a title and a sentence. Arrow keys and forms work as anywhere. */
export const Choices = <T extends string | number>(props: ChoicesProps<T>) => {
  const { name, legend, hint, choices, value, onChange } = props;
  return (
    <fieldset class="choices" aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div class="choices-list">
        {choices.map((choice) => (
          <label class="choice" key={choice.value}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={`${name}-${choice.value}`}
              onChange={() => onChange(choice.value)}
            />
            {choice.picture}
            <span class="choice-words">
              <span class="choice-title">{choice.title}</span>
              <span class="hint" id={`${name}-${choice.value}`}>
                {choice.about}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
