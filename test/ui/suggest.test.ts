import { describe, expect, it } from "vitest";

import { FIELDS } from "../../src/core/rules/fields";
import { parseRules } from "../../src/core/rules/parse";
import { suggest } from "../../src/ui/editor/suggest";
import { FIELD_HELP } from "../../src/ui/editor/words";

const at = (line: string, asked = false) => {
  const found = suggest(line, line.length, asked);
  return found && { from: found.from, labels: found.options.map(({ label }) => label) };
};

describe("suggestions", () => {
  it("begin with actions", () => {
    expect(at("f")).toEqual({ from: 0, labels: ["fold:"] });
    expect(at("", true)?.labels).toEqual(["keep:", "label:", "dim:", "fold:", "hide:"]);
    expect(at("")).toBeNull();
  });

  it("go on with fields, values and notes", () => {
    expect(at("fold: fr")).toEqual({ from: 6, labels: ["from:"] });
    expect(at("fold: -i")?.labels).toEqual(["in:", "is:"]);
    expect(at("fold: is:")?.labels).toContain("reply");
    expect(at("fold: is:re")).toEqual({ from: 9, labels: ["reply", "repost"] });
    expect(at("fold: in:th")).toEqual({ from: 9, labels: ["thread"] });
    expect(at("fold: has:")?.labels).toContain("image");
    expect(at("fold: site:")?.labels).toContain("x.com");
    expect(at("fold: x ; un")).toEqual({ from: 10, labels: ["until:"] });
    expect(at("fold: x ", true)?.labels).toContain("OR");
  });

  it("stay away from words, quotes, patterns, handles and comments", () => {
    for (const line of ['fold: "fr', "fold: /fr", "fold: from:@fr", "! fr", "fold: zzz", "nonsense fr"])
      expect(at(line)).toBeNull();
  });

  it("know every field, and offer only values that parse", () => {
    expect(Object.keys(FIELD_HELP).sort()).toEqual([...FIELDS.keys()].sort());
    for (const [name, { operators }] of FIELDS) {
      const head = `fold: ${name}${operators[0]}`;
      for (const { label } of suggest(head, head.length, true)?.options ?? [])
        expect(parseRules(head + label).problems, head + label).toEqual([]);
    }
  });
});
