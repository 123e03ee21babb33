import { describe, expect, it } from "vitest";

import { declaredSignals } from "../../src/core/detect/declared";
import { explain } from "../../src/core/judge/explain";
import { judge } from "../../src/core/judge/judge";
import { compileRules } from "../../src/core/rules/compile";
import type { GrantedList } from "../../src/core/vocab/rule-list";
import type { Signal } from "../../src/core/vocab/signal";
import { type Cause, VerdictSchema } from "../../src/core/vocab/verdict";
import { parse } from "valibot";
import { ALL, makeList, makePost, siteNames } from "../core/rules/support/make";
import { LIMITS } from "./limits";
import type { Scenario } from "./scenario";
import { WHO_WINS } from "./who-wins";

const told = (cause: Cause): string => {
  const what =
    cause.kind === "rule"
      ? `${cause.list}:${cause.line} ${cause.action}${cause.asked ? ` (${cause.asked}, ${cause.limit})` : ""}`
      : cause.kind === "guard"
        ? `guard ${cause.who}`
        : `${cause.kind} ${cause.action}`;
  return cause.undone ? `${what} - ${cause.undone}` : what;
};

const run = ({ mine = "", lists = {}, post: changes, ai, policy, ...circumstances }: Scenario) => {
  const granted: GrantedList[] = [
    makeList(mine),
    ...Object.entries(lists).map(([id, [text, grant]]) => makeList(text, { ...ALL, ...grant }, id)),
  ];
  const post = makePost(changes);
  const signals: Signal[] = [
    ...(ai === undefined
      ? []
      : [{ detector: "text" as const, ai, ...(ai === null && { untold: "too-short" as const }) }]),
    ...declaredSignals(post),
  ];
  return judge(
    post,
    signals,
    compileRules(granted, { siteNames }),
    { strictness: 100, flagged: "fold", declared: "label", ...policy },
    circumstances,
  );
};

describe.each(Object.entries({ ...WHO_WINS, ...LIMITS }))("%s", (_group, scenarios) => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", (_name, scenario) => {
    const verdict = run(scenario);
    expect({ action: verdict.action, causes: verdict.causes.map(told) }).toEqual({
      action: scenario.action,
      causes: scenario.causes,
    });
    expect(parse(VerdictSchema, verdict)).toEqual(verdict);
    const { short, causes } = explain(verdict);
    expect(causes).toHaveLength(scenario.causes.length);
    expect(short === "").toBe(scenario.causes.length === 0);
  });
});
