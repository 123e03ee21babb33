import { type Classify, readingsFor } from "../../core/detect/classify";
import { declaredSignals } from "../../core/detect/declared";
import { textSignal } from "../../core/detect/text";
import { judge } from "../../core/judge/judge";
import type { SiteNames } from "../../core/rules/conditions";
import type { Settings } from "../../core/settings/schema";
import type { Health } from "../../core/vocab/health";
import type { Policy } from "../../core/vocab/policy";
import type { Post } from "../../core/vocab/post";
import type { Verdict } from "../../core/vocab/verdict";
import { createRules, type ListSource } from "./rules";

export interface Judge {
  judge: (posts: readonly Post[], settings: Settings) => Promise<Verdict[]>;
  /** How the model was when it was last asked. */
  model: () => Health;
}

/** Signals, rules and policy brought together. */
export const createJudge = (
  classify: Classify,
  siteNames: SiteNames,
  onModel: (model: Health) => void,
  lists?: ListSource,
): Judge => {
  let model: Health = { state: "idle" };
  const rulesOf = createRules(siteNames, lists);
  return {
    model: () => model,
    judge: async (posts, settings) => {
      const rules = await rulesOf(settings.rules);
      const { detectors, policy } = settings;
      const measured = detectors.text || rules.needsModel ? await readingsFor(posts, classify) : null;
      if (measured && measured.model.state !== model.state) onModel(measured.model);
      model = measured?.model ?? model;
      const facts = { now: Date.now() };
      return posts.map((post, index) => {
        const signals = [
          ...(measured ? [textSignal(post, measured.readings[index] ?? null)] : []),
          ...(detectors.declared ? declaredSignals(post) : []),
        ];
        // A rule may still ask for the percentile where the model's own flagging is switched off.
        const applied: Policy = detectors.text ? policy : { ...policy, flagged: "keep" };
        return judge(post, signals, rules, applied, { facts });
      });
    },
  };
};
