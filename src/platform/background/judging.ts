import { type Classify, readingsFor } from "../../core/detect/classify";
import { declaredSignals } from "../../core/detect/declared";
import { textSignal } from "../../core/detect/text";
import { judge } from "../../core/judge/judge";
import { compileRules } from "../../core/rules/compile";
import type { SiteNames } from "../../core/rules/conditions";
import { parseRules } from "../../core/rules/parse";
import type { RuleSet } from "../../core/rules/rule-set";
import type { Settings } from "../../core/settings/schema";
import type { Health } from "../../core/vocab/health";
import type { Policy } from "../../core/vocab/policy";
import type { Post } from "../../core/vocab/post";
import { type GrantedList, MINE } from "../../core/vocab/rule-list";
import type { Verdict } from "../../core/vocab/verdict";

export interface Judge {
  judge: (posts: readonly Post[], settings: Settings) => Promise<Verdict[]>;
  /** How the model was when it was last asked. */
  model: () => Health;
}

/**
 * Signals, rules and policy brought together. The compiled rules are kept until their text or a list changes.
 * @param lists the lists that the user follows: the same array as long as nothing changed
 */
export const createJudge = (
  classify: Classify,
  siteNames: SiteNames,
  onModel: (model: Health) => void,
  lists: () => Promise<readonly GrantedList[]> = () => Promise.resolve([]),
): Judge => {
  let model: Health = { state: "idle" };
  let compiled: { text: string; lists: readonly GrantedList[]; rules: RuleSet } | undefined;
  const rulesOf = async (text: string): Promise<RuleSet> => {
    // Lists that cannot be read do nothing; the user's own rules still do.
    const followed = await lists().catch((error: unknown) => {
      console.warn("Winnow: lists", error);
      return compiled?.lists ?? [];
    });
    if (compiled?.text !== text || compiled.lists !== followed) {
      const own = { id: MINE, name: "My rules", rules: parseRules(text).rules };
      const rules = compileRules([{ list: own, grant: "own" }, ...followed], { siteNames });
      compiled = { text, lists: followed, rules };
    }
    return compiled.rules;
  };
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
