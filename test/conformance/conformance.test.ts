import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";

import { judge } from "../../src/core/judge/judge";
import { compileRules } from "../../src/core/rules/compile";
import { parseList } from "../../src/core/rules/parse";
import { printRule } from "../../src/core/rules/print";
import { type Facts, viewOf } from "../../src/core/rules/view";
import type { Post } from "../../src/core/vocab/post";
import { type Grant, SYNTAX } from "../../src/core/vocab/rule-list";

/** The tables are plain JSON, so that another program can run them; docs/rules.md says how they are read. */
interface Table<Case> {
  syntax: number;
  post: Post;
  sites?: Record<string, string[]>;
  cases: Case[];
}

interface Matching {
  name: string;
  list: string;
  posts: { post: Partial<Post> & { author?: Post["author"] | null }; facts?: Facts; meets: number[] }[];
}

type Line = { line: string } & ({ printed: string } | { "left out": [number, number] });

interface Judging {
  name: string;
  lists: ({ id: string; text: string } & ({ own: true } | { grant: Grant }))[];
  post?: Partial<Post>;
  facts?: Facts;
  quorum?: number;
  action: string;
  causes: Record<string, unknown>[];
}

const table = <Case>(name: string): Table<Case> => {
  const path = join(dirname(fileURLToPath(import.meta.url)), `${name}.json`);
  const read = JSON.parse(readFileSync(path, "utf8")) as Table<Case>;
  expect(read.syntax).toBe(SYNTAX);
  return read;
};

const siteNames = (name: string): string | undefined => (name === "x" || name === "x.com" ? "x" : undefined);

describe.each(["words", "conditions", "logic", "regex"])("%s", (name) => {
  const { post: base, cases } = table<Matching>(name);
  it.each(cases.map((each) => [each.name, each] as const))("%s", (_name, { list, posts }) => {
    const { rules, problems } = parseList(list);
    expect(problems).toEqual([]);
    const set = compileRules([{ list: { id: "mine", name: "", rules }, grant: "own" }], { siteNames });
    for (const { post: changes, facts = {}, meets } of posts) {
      const post = { ...base, ...changes };
      if (post.author === null) delete post.author;
      const lines = set.match(viewOf(post as Post, facts)).map(({ rule }) => rule.line);
      expect({ post: changes, facts, meets: lines }).toEqual({ post: changes, facts, meets });
    }
  });
});

describe("syntax", () => {
  it.each(table<Line>("syntax").cases.map((each) => [each.line, each] as const))("%s", (line, expected) => {
    const { rules, problems } = parseList(line);
    const [rule] = rules;
    if ("printed" in expected) expect(rule && printRule(rule)).toBe(expected.printed);
    else {
      expect(rules).toEqual([]);
      expect([problems[0]?.from, problems[0]?.to]).toEqual(expected["left out"]);
    }
  });
});

describe("verdicts", () => {
  const { post: base, cases } = table<Judging>("verdicts");
  it.each(cases.map((each) => [each.name, each] as const))("%s", (_name, each) => {
    const { lists, post: changes, facts, quorum = 1, action, causes } = each;
    const granted = lists.map(({ id, text, ...may }) => ({
      list: { id, name: id, rules: parseList(text).rules },
      grant: "own" in may ? ("own" as const) : may.grant,
    }));
    const { ai, ...others } = facts ?? {};
    const verdict = judge(
      { ...base, ...changes },
      ai === undefined ? [] : [{ detector: "text", ai }],
      compileRules(granted, { siteNames }),
      { strictness: 20, flagged: "keep", declared: "keep" },
      { facts: others, quorum },
    );
    expect(verdict.action).toBe(action);
    const found = verdict.causes.flatMap((cause) => {
      if (cause.kind !== "rule") return [];
      const { list, line, action: done, asked, limit, undone } = cause;
      return [{ list, line, action: done, ...(asked && { asked, limit }), ...(undone && { undone }) }];
    });
    expect(found).toEqual(causes);
  });
});
