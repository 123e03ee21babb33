import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { highlight } from "../../../src/core/rules/highlight";
import { pieces } from "./support/arbitrary";

const shown = (line: string) => highlight(line).map(({ from, to, kind }) => [kind, line.slice(from, to)]);

describe("highlighting", () => {
  it("follows the parser's own tokens", () => {
    expect(shown('fold: from:@bot -(delve OR "link in bio") /a b/i ; reason: x')).toEqual([
      ["action", "fold:"],
      ["field", "from:"],
      ["value", "@bot"],
      ["not", "-"],
      ["paren", "("],
      ["word", "delve"],
      ["or", "OR"],
      ["phrase", '"link in bio"'],
      ["paren", ")"],
      ["regex", "/a b/i"],
      ["note", "; reason: x"],
    ]);
    expect(shown("! title: x")).toEqual([["comment", "! title: x"]]);
    expect(shown("nonsense here")).toEqual([["error", "nonsense here"]]);
    expect(shown('label: "open')).toEqual([
      ["action", "label:"],
      ["error", '"open'],
    ]);
  });

  it("gives stretches in order, within the line, that do not overlap", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        const line = parts.join("").replace(/[\r\n]/g, "");
        let end = 0;
        for (const { from, to } of highlight(line)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(line.length);
      }),
    );
  });
});
