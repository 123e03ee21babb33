import { useMemo } from "preact/hooks";

import { MAX_RULES_TEXT } from "../../core/settings/schema";
import { Section } from "../components/section";
import { useReadSettings, useSettings } from "../use-settings";
import { useDraft } from "../use-draft";
import { number } from "../words";
import { RuleConflict } from "./rule-conflict";
import { RuleHelp } from "./rule-help";
import { RulesEditor } from "../editor/rules-editor";

const STATE_WORDS = {
  saved: "Saved.",
  typing: "Saves when you pause.",
  saving: "Saving…",
  failed: "Not saved.",
  conflict: "Not saved: these rules were changed elsewhere.",
} as const;

/** The user's own rules. They are saved as they are typed, and good lines work while others are mended. */
export const RulesSection = () => {
  const { rules } = useReadSettings();
  const { change, say } = useSettings();
  // As a text box has it: line ends of one unit, so that carets and columns agree.
  const saved = useMemo(() => rules.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"), [rules]);
  const draft = useDraft(saved, (text) => {
    if (text.length <= MAX_RULES_TEXT)
      return change("My rules", (now) => ({ ...now, rules: text }), { group: "rules" });
    say(
      `Your rules are longer than ${number(MAX_RULES_TEXT)} characters. What you typed last is not saved.`,
      true,
    );
    return Promise.resolve(false);
  });
  return (
    <Section
      id="rules"
      title="My rules"
      intro="One rule a line. They work at once on every open tab, with the model and without it."
    >
      <RuleHelp />
      <RulesEditor draft={draft} />
      <p class="hint rules-state">
        {STATE_WORDS[draft.state]}{" "}
        {draft.state === "failed" && (
          <button type="button" class="link" onClick={draft.flush}>
            Try again
          </button>
        )}
      </p>
      {draft.theirs !== null && (
        <RuleConflict theirs={draft.theirs} onTheirs={draft.takeTheirs} onMine={draft.keepMine} />
      )}
    </Section>
  );
};
