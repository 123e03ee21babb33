import { type Classify, readingsFor } from "../../core/detect/classify";
import { declaredSignals } from "../../core/detect/declared";
import { textSignal } from "../../core/detect/text";
import { judge } from "../../core/judge/judge";
import { compileRules, type RuleSet } from "../../core/rules/compile";
import type { SiteNames } from "../../core/rules/conditions";
import { parseRules } from "../../core/rules/parse";
import type { Settings } from "../../core/settings/schema";
import type { Health } from "../../core/vocab/health";
import type { Post } from "../../core/vocab/post";
import type { Verdict } from "../../core/vocab/verdict";

export interface Judge {
  judge: (posts: readonly Post[], settings: Settings) => Promise<Verdict[]>;
  /** How the model was when it was last asked. */
  model: () => Health;
}

/** Signals, rules and policy brought together. The compiled rules are kept until their text changes. */
export const createJudge = (
  classify: Classify,
  siteNames: SiteNames,
  onModel: (model: Health) => void,
): Judge => {
  let model: Health = { state: "idle" };
  let compiled: { text: string; rules: RuleSet } | undefined;
  const rulesOf = (text: string): RuleSet => {
    if (compiled?.text !== text) compiled = { text, rules: compileRules(parseRules(text).rules, siteNames) };
    return compiled.rules;
  };
  return {
    model: () => model,
    judge: async (posts, settings) => {
      const rules = rulesOf(settings.rules);
      const { detectors, policy } = settings;
      const measured = detectors.text || rules.needsModel ? await readingsFor(posts, classify) : null;
      if (measured && measured.model.state !== model.state) onModel(measured.model);
      model = measured?.model ?? model;
      return posts.map((post, index) => {
        const signals = [
          ...(measured ? [textSignal(post, measured.readings[index] ?? null)] : []),
          ...(detectors.declared ? declaredSignals(post) : []),
        ];
        // A rule may still ask for the percentile where the model's own flagging is switched off.
        return judge(post, signals, rules, detectors.text ? policy : { ...policy, flagged: "keep" });
      });
    },
  };
};
