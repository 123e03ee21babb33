import { describe, expect, it } from "vitest";

import { changesOf, differenceOf } from "../../../src/core/lists/difference";
import { type Copy, judgeUpdate, type UpdateContext } from "../../../src/core/lists/judge-update";
import { mergeList } from "../../../src/core/lists/merge";
import type { SignatureState } from "../../../src/core/lists/signature";
import { buryRemoved, tombstoneFor, withoutBuried } from "../../../src/core/lists/tombstones";
import { parseList } from "../../../src/core/rules/parse";

const rules = (count: number, action = "fold"): string =>
  Array.from({ length: count }, (_, at) => `${action}: from:@bot${at}`).join("\n");

const copy = (
  text: string,
  signature: SignatureState = { state: "unsigned", key: null },
  host = "a.example",
): Copy => ({
  merged: mergeList({ main: text, included: {} }),
  signature,
  host,
});

const context: UpdateContext = { follows: (handle) => handle === "friend", newHosts: [] };
const valid = (key: string): SignatureState => ({ state: "valid", key });

const reasonsOf = (before: Copy, after: Copy, more: Partial<UpdateContext> = {}): string[] => {
  const verdict = judgeUpdate(before, after, { ...context, ...more });
  return verdict.use === "wait" ? verdict.reasons.map(({ reason }) => reason) : [verdict.use];
};

describe("an update", () => {
  const old = copy(`! updated: 2026-11-20\n${rules(100)}`);

  it.each([
    ["the same rules", rules(100), ["apply"]],
    ["ten more", rules(110), ["apply"]],
    ["half as many again", rules(150), ["apply"]],
    ["more than that", rules(151), ["grew"]],
    ["tenfold", rules(1_000), ["grew"]],
    ["half of them", rules(50), ["apply"]],
    ["fewer", rules(49), ["shrank"]],
    ["none", "! nothing here", ["refuse"]],
    ["a newer date", `! updated: 2026-11-21\n${rules(100)}`, ["apply"]],
    ["an older date", `! updated: 2026-11-19\n${rules(100)}`, ["refuse"]],
    ["no date", rules(100), ["apply"]],
    ["a stronger action", `${rules(99)}\nhide: from:@x`, ["asks-more"]],
    ["a weaker action", `${rules(99)}\nlabel: from:@x`, ["apply"]],
    ["a regular expression", `${rules(99)}\nfold: /x+/`, ["asks-more"]],
    ["a percentile", `${rules(99)}\nfold: ai>99%`, ["asks-more"]],
    ["somebody followed", `${rules(99)}\nfold: from:@Friend`, ["names-followed"]],
    ["somebody followed, kept", `${rules(99)}\nkeep: from:@friend`, ["apply"]],
    ["all at once", `${rules(999, "hide")}\nhide: from:@friend`, ["grew", "asks-more", "names-followed"]],
  ])("with %s: %s", (_name, text, reasons) => {
    expect(reasonsOf(old, copy(text))).toEqual(reasons);
  });

  it("of a small list may double", () => {
    expect(reasonsOf(copy(rules(3)), copy(rules(20)))).toEqual(["apply"]);
    expect(reasonsOf(copy(rules(20)), copy(rules(3)))).toEqual(["apply"]);
  });

  it("may use what the header asked for from the start", () => {
    const asked = `! asks: hide regex\n${rules(30)}`;
    expect(reasonsOf(copy(asked), copy(`${asked}\nhide: /x+/`))).toEqual(["apply"]);
    expect(reasonsOf(copy(asked), copy(`${asked.replace("regex", "regex ai")}`))).toEqual(["asks-more"]);
  });

  it("with another key is loud, and without one too", () => {
    const signed = copy(rules(30), valid("ed25519:A"));
    const pinned = { key: "ed25519:A" };
    expect(reasonsOf(signed, copy(rules(31), valid("ed25519:A")), pinned)).toEqual(["apply"]);
    expect(reasonsOf(signed, copy(rules(31), valid("ed25519:B")), pinned)).toEqual(["key-changed"]);
    expect(reasonsOf(signed, copy(rules(31)), pinned)).toEqual(["unsigned"]);
    expect(reasonsOf(signed, copy(rules(31), { state: "unsupported", key: "ed25519:A" }), pinned)).toEqual([
      "cannot-verify",
    ]);
    expect(reasonsOf(signed, copy(rules(31), { state: "bad", key: null, problem: "x" }), pinned)).toEqual([
      "refuse",
    ]);
    // Unsigned before, signed now: nothing was promised that is broken.
    expect(reasonsOf(copy(rules(30)), copy(rules(31), valid("ed25519:A")))).toEqual(["apply"]);
  });

  it("from another host, or with a list from one, waits", () => {
    expect(reasonsOf(copy(rules(30)), copy(rules(31), undefined, "b.example"))).toEqual(["moved"]);
    expect(reasonsOf(copy(rules(30)), copy(rules(30)), { newHosts: ["b.example"] })).toEqual(["asks-more"]);
  });
});

describe("a difference", () => {
  it("is of rules, not of lines", () => {
    const before = parseList(
      "! title: A\n! old comment\nfold: from:@a ; reason: x\nfold: from:@b\nhide:  crypto\n",
    );
    const after = parseList("! title: B\n\nhide: crypto\nFOLD: from:@A ; reason: y\nlabel: delve\n");
    expect(differenceOf(before, after)).toEqual({
      added: [{ line: 5, text: "label: delve" }],
      removed: [{ line: 4, text: "fold: from:@b" }],
      noted: [{ line: 4, from: "fold: from:@a ; reason: x", to: "FOLD: from:@A ; reason: y" }],
      header: [{ field: "title", from: "A", to: "B" }],
      returned: [],
      counts: { before: 3, after: 3, added: 1, removed: 1, noted: 1 },
    });
  });

  it("is cut where it is long, with whole counts", () => {
    const difference = differenceOf(parseList(""), parseList(rules(2_000)));
    expect(difference.added).toHaveLength(500);
    expect(difference.counts.added).toBe(2_000);
  });
});

describe("a tombstone", () => {
  const day = 86_400_000;
  const before = parseList("fold: from:@a\nfold: from:@b");
  const after = parseList("fold: from:@a");

  it("is left by an update that removes, and keeps out what comes back until it is seen", () => {
    const stones = buryRemoved([], changesOf(before.rules, after.rules), 10 * day);
    expect(stones).toEqual([expect.objectContaining({ text: "fold: from:@b", by: "list", since: 10 * day })]);
    const back = changesOf(after.rules, before.rules, stones);
    expect(back.returned.map(({ text }) => text)).toEqual(["fold: from:@b"]);
    const marked = buryRemoved(stones, back, 20 * day);
    expect(marked).toEqual([expect.objectContaining({ returned: 20 * day })]);
    expect(withoutBuried(before.rules, marked).map(({ text }) => text)).toEqual(["fold: from:@a"]);
  });

  it("of the list's own making is forgotten after half a year; the user's is not", () => {
    const own = tombstoneFor(before.rules[0]!, "user", 0)!;
    const theirs = tombstoneFor(before.rules[1]!, "list", 0)!;
    expect(buryRemoved([own, theirs], { removed: [], returned: [] }, 200 * day)).toEqual([own]);
  });

  it("is not left a million times", () => {
    const many = parseList(rules(20_000));
    let stones = buryRemoved([], { removed: many.rules, returned: [] }, 0);
    expect(stones).toHaveLength(1_000);
    for (let at = 1; at < 12; at += 1)
      stones = buryRemoved(stones, { removed: many.rules.slice(at * 1_000), returned: [] }, at);
    expect(stones.length).toBeLessThanOrEqual(5_000);
  });
});
