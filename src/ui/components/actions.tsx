import { type Action, ACTIONS } from "../../core/vocab/action";
import { useReadSettings, useSettings } from "../use-settings";
import { ActionPicture } from "./action-picture";
import { type Choice, Choices } from "./choices";

export const ACTION_TITLES: Record<Action, string> = {
  keep: "Do nothing",
  label: "Label",
  dim: "Dim",
  fold: "Fold",
  hide: "Hide",
};

/** What was done, after a number: `folded 2`. */
export const ACTION_DONE: Record<Action, string> = {
  keep: "left as they are",
  label: "labelled",
  dim: "dimmed",
  fold: "folded",
  hide: "hidden",
};

const ABOUT: Record<Action, string> = {
  keep: "Show the post as it is.",
  label: "Show the post with a small, quiet mark.",
  dim: "Show the post paler, until you point at it.",
  fold: "Show one thin line that says why. One click opens the post.",
  hide: "Leave the post out. Winnow’s popup counts it and can show it again.",
};

const CHOICES: readonly Choice<Action>[] = ACTIONS.map((action) => ({
  value: action,
  title: ACTION_TITLES[action],
  about: ABOUT[action],
  picture: <ActionPicture action={action} />,
}));

/** What happens to a post that the model flags. */
export const FlaggedAction = () => {
  const { policy } = useReadSettings();
  const { change } = useSettings();
  return (
    <Choices
      name="flagged"
      legend="What should happen to a flagged post?"
      choices={CHOICES}
      value={policy.flagged}
      onChange={(flagged) =>
        void change(`Flagged posts: ${ACTION_TITLES[flagged].toLowerCase()}`, (now) => ({
          ...now,
          policy: { ...now.policy, flagged },
        }))
      }
    />
  );
};

/** What happens to a post that its site declares to be made by a machine. */
export const DeclaredAction = () => {
  const { policy } = useReadSettings();
  const { change } = useSettings();
  return (
    <div class="field">
      <label for="declared">Posts that the site itself declares to be AI-made or automated</label>
      <select
        id="declared"
        value={policy.declared}
        onChange={(event) => {
          const declared = ACTIONS.find((action) => action === event.currentTarget.value);
          if (!declared) return;
          void change(`Declared posts: ${ACTION_TITLES[declared].toLowerCase()}`, (now) => ({
            ...now,
            policy: { ...now.policy, declared },
          }));
        }}
      >
        {ACTIONS.map((action) => (
          <option key={action} value={action}>
            {ACTION_TITLES[action]}
          </option>
        ))}
      </select>
    </div>
  );
};
