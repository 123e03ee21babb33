import { describe, expect, it } from "vitest";

import { parseRules } from "../../src/core/rules/parse";
import { fixed, fixFor } from "../../src/ui/editor/quick-fix";

/** The line after its first problem or warning was mended, or null if nothing is offered. */
const mended = (line: string): string | null => {
  const { problems, warnings } = parseRules(line);
  const problem = problems[0] ?? warnings[0];
  const fix = problem && fixFor(line, problem);
  return fix ? fixed(line, fix) : null;
};

describe("mending a line", () => {
  it.each([
    ["hidde: spam", "hide: spam"],
    ["  fld: from:@a", "  fold: from:@a"],
    ["fold:from:@a", "fold: from:@a"],
    ["fold: is:repli", "fold: is:reply"],
    ["fold: -is:repli x", "fold: -is:reply x"],
    ["fold: author:@somebot", "fold: from:@somebot"],
    ["fold: fron:@somebot", "fold: from:@somebot"],
    ["fold: ai:99%", "fold: ai>99%"],
    ["fold: from>bob", "fold: from:bob"],
    ["fold: from: @bob", "fold: from:@bob"],
    ["fold: https://spam.example/x", "fold: url:spam.example/x"],
    ["fold: qwertz:foo", 'fold: "qwertz:foo"'],
    ["fold: crypto AND free", "fold: crypto free"],
    ['fold: "link in bio', 'fold: "link in bio"'],
    ["fold: (a OR b ; reason: x", "fold: (a OR b) ; reason: x"],
    ["fold: /free crypto", "fold: /free/ crypto"],
    ["fold: a) b", "fold: a b"],
    ["fold: - spam", "fold: -spam"],
    ["fold: from:@pay\u200bpal", "fold: from:@paypal"],
  ])("%s", (line, better) => {
    expect(mended(line)).toBe(better);
    expect(parseRules(better).problems).toEqual([]);
  });

  it.each(["fold:", "just words", "fold: lang:englisch!", "fold: a b OR c", "hide: from:@a*"])(
    "offers nothing for %s, where the hint names no change",
    (line) => {
      expect(parseRules(line).problems.length + parseRules(line).warnings.length).toBeGreaterThan(0);
      expect(mended(line)).toBeNull();
    },
  );

  it("offers nothing that does not make the line better", () => {
    const problem = { line: 1, from: 0, to: 5, message: "x", hint: "Did you mean hidde:?" };
    expect(fixFor("hidde: spam", problem)).toBeNull();
    expect(fixFor("", { ...problem, from: 40, to: 50 })).toBeNull();
  });
});
