import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { takeBack } from "../../src/ui/undo";

describe("takeBack", () => {
  it("takes back what changed and keeps what was changed since", () => {
    const before = { sites: { x: false }, policy: { strictness: 100, flagged: "label" } };
    const after = { sites: { x: true, y: true }, policy: { strictness: 100, flagged: "fold" } };
    const now = { sites: { x: true, y: true, z: true }, policy: { strictness: 20, flagged: "fold" } };
    expect(takeBack<object>(now, before, after)).toEqual({
      sites: { x: false, z: true },
      policy: { strictness: 20, flagged: "label" },
    });
  });

  it("restores exactly if nothing else happened", () => {
    const bag = fc.dictionary(
      fc.constantFrom("a", "b", "c"),
      fc.oneof(fc.integer(), fc.dictionary(fc.constantFrom("d", "e"), fc.string())),
    );
    fc.assert(
      fc.property(bag, bag, (before, after) => {
        expect(takeBack(after, before, after)).toEqual(before);
      }),
    );
  });
});
