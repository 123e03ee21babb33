import type { Rule } from "../vocab/rule";
import { compileTerm, type SiteNames, type Test, type View } from "./conditions";

interface Compiled {
  rule: Rule;
  /** Cheapest first. */
  tests: Test[];
}

/** Rules made ready to be matched against many posts. */
export interface RuleSet {
  /** Every rule that the post meets, in the order of their lines. */
  match: (view: View) => Rule[];
  /** Whether any rule asks for the model's percentile. */
  readonly needsModel: boolean;
}

/** Index rules by the author they name, so that rules for other authors cost a post nothing. */
export const compileRules = (rules: readonly Rule[], siteNames: SiteNames): RuleSet => {
  const byAuthor = new Map<string, Compiled[]>();
  const others: Compiled[] = [];
  for (const rule of rules) {
    const named = rule.terms.find((term) => term.kind === "from" && !term.not);
    const tests = rule.terms
      .filter((term) => term !== named)
      .map((term) => compileTerm(term, siteNames))
      .sort((a, b) => a.cost - b.cost);
    if (named?.kind === "from") {
      const sameAuthor = byAuthor.get(named.handle);
      if (sameAuthor) sameAuthor.push({ rule, tests });
      else byAuthor.set(named.handle, [{ rule, tests }]);
    } else {
      others.push({ rule, tests });
    }
  }
  return {
    match: (view) =>
      [...(byAuthor.get(view.handle) ?? []), ...others]
        .filter(({ tests }) => tests.every((test) => test.run(view) === true))
        .map(({ rule }) => rule)
        .sort((a, b) => a.line - b.line),
    needsModel: rules.some(({ terms }) => terms.some(({ kind }) => kind === "ai")),
  };
};
