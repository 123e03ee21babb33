import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compileData, compileRules } from "../../../src/core/rules/compile";
import { compileQuery } from "../../../src/core/rules/conditions";
import { parseList } from "../../../src/core/rules/parse";
import { printRule } from "../../../src/core/rules/print";
import { openRules } from "../../../src/core/rules/rule-set";
import { type Facts, viewOf } from "../../../src/core/rules/view";
import { MARKS, type Post } from "../../../src/core/vocab/post";
import type { Query } from "../../../src/core/vocab/rule";
import { SURFACES } from "../../../src/core/vocab/surface";
import { ALL, makeList, makePost, siteNames } from "./support/make";

const meets = (rule: string, changes: Partial<Post> = {}, facts: Facts = {}): boolean | null => {
  const [parsed] = parseList(`label: ${rule}`).rules;
  if (!parsed) throw new Error(`does not parse: ${rule}`);
  const met = compileQuery(parsed.query, siteNames).run(viewOf(makePost(changes), facts));
  const matched = compileRules([makeList(`label: ${rule}`)], { siteNames }).match(
    viewOf(makePost(changes), facts),
  );
  expect(matched.length === 1).toBe(met === true);
  return met;
};

const NOW = Date.UTC(2026, 10, 24, 12);

describe("a condition", () => {
  it.each<[string, Partial<Post>, Facts, boolean | null]>([
    ["delve", {}, {}, true],
    ["DELVE", {}, {}, true],
    ["delv", {}, {}, false],
    ['"delve into"', {}, {}, true],
    ['"into delve"', {}, {}, false],
    ["delve", { text: "", media: [{ kind: "image", alt: "We delve deep" }] }, {}, true],
    ["text:delve", { text: "", media: [{ kind: "image", alt: "We delve deep" }] }, {}, false],
    ["alt:delve", {}, {}, false],
    ["delve", { text: "no", quote: { text: "delve" } }, {}, false],
    ["name:writer", {}, {}, true],
    ["name:writer", { author: { handle: "a" } }, {}, null],
    ["-name:writer", { author: { handle: "a" } }, {}, null],
    ["crypto", { text: "Buy сrурtо" }, {}, true],
    ["scope", { text: "All the news of the week is here: ѕсоре" }, {}, true],
    ["—", { text: "this — that" }, {}, true],
    ["🚀", { text: "to the moon🚀🚀" }, {}, true],
    ["人工", { text: "由人工智慧生成" }, {}, true],
    ["工", { text: "由人工智慧生成" }, {}, true],
    ["慧人", { text: "由人工智慧生成" }, {}, false],
    ["from:@WRITER_ONE", {}, {}, true],
    ["from:@writer", {}, {}, false],
    ["from:@writer_one", { author: { handle: "writer\u200B_one" } }, {}, true],
    ["from:@раураl", { author: { handle: "paypal" } }, {}, false],
    ["from:/^writer/", {}, {}, true],
    ["-from:@friend", { author: undefined } as never, {}, null],
    ["mentions:@grok", { text: "@Grok is this true" }, {}, true],
    ["mentions:@grok", { text: "grok@example.org" }, {}, false],
    ["tag:ai", { text: "new #AI tools" }, {}, true],
    ["tag:ai", { text: "new #aitools" }, {}, false],
    ["url:t.me", { links: ["https://t.me/x"] }, {}, true],
    ["url:t.me", { links: ["https://a.T.ME:443/x"] }, {}, true],
    [
      "url:t.me",
      { links: ["https://best.me/x", "https://t.me.example/", "https://t.me@example.org"] },
      {},
      false,
    ],
    ["url:t.me/joinchat", { links: ["https://t.me/joinchat/abc?x"] }, {}, true],
    ["url:t.me/join", { links: ["https://t.me/joinchat/abc"] }, {}, false],
    ["url:bücher.example", { links: ["https://xn--bcher-kva.example/"] }, {}, true],
    ["url:example.org", { media: [{ kind: "card", url: "https://example.org/a" }] }, {}, true],
    ["url:/utm_source=/", { links: ["https://example.org/?utm_source=x"] }, {}, true],
    ["site:x.com", {}, {}, true],
    ["site:example.org", {}, {}, false],
    ["in:home", {}, {}, true],
    ["in:thread", {}, {}, false],
    ["lang:en", { lang: "en-GB" }, {}, true],
    ["lang:en-gb", { lang: "en_GB" }, {}, true],
    ["lang:en-gb", { lang: "en" }, {}, false],
    ["lang:eng", { lang: "en" }, {}, false],
    ["lang:en", {}, {}, null],
    ["is:reply", { is: ["reply"] }, {}, true],
    ["has:image", { media: [{ kind: "image" }] }, {}, true],
    ["has:video", { media: [{ kind: "image" }] }, {}, false],
    ["has:link", { links: ["https://a.b"] }, {}, true],
    ["has:emoji", { text: "👍" }, {}, true],
    ["has:emoji", { text: "1 © #" }, {}, false],
    ["has:poll", { media: [{ kind: "poll" }] }, {}, true],
    ["has:credentials", {}, {}, null],
    ["has:credentials", {}, { credentials: true }, true],
    ["ai>99%", {}, { ai: 99.5 }, true],
    ["ai>99%", {}, { ai: 99 }, false],
    ["ai>=99%", {}, { ai: 99 }, true],
    ["ai>99%", {}, { ai: null }, null],
    ["-ai>99%", {}, { ai: null }, null],
    ["author-ai>90%", {}, { authorAi: 95 }, true],
    ["copies>=5", {}, { copies: 5 }, true],
    ["copies<5", {}, {}, null],
    ["length>5", {}, {}, true],
    ["length>6", {}, {}, false],
    ["age<2h", { time: "2026-11-24T11:00:00Z" }, { now: NOW }, true],
    ["age>30m", { time: "2026-11-24T11:00:00Z" }, { now: NOW }, true],
    ["age<2h", { time: "2030-01-01T00:00:00Z" }, { now: NOW }, true],
    ["age<2h", { time: "2026-11-24T11:00:00Z" }, {}, null],
    ["age<2h", { time: "soon" }, { now: NOW }, null],
    ["/\\bdelve into\\b/", {}, {}, true],
    ["/Delve/", {}, {}, false],
    ["/Delve/i", {}, {}, true],
    ["name:/^Wr/", {}, {}, true],
  ])("%s on %j, %j: %s", (rule, changes, facts, expected) => {
    expect(meets(rule, changes, facts)).toBe(expected);
  });

  it.each<[string, boolean | null]>([
    ["delve ai>9%", null],
    ["nothing ai>9%", false],
    ["-(nothing ai>9%)", true],
    ["-(delve ai>9%)", null],
    ["delve OR ai>9%", true],
    ["nothing OR ai>9%", null],
    ["-(delve OR ai>9%)", false],
  ])("that cannot be told leaves the rest its say: %s is %s", (rule, expected) => {
    expect(meets(rule)).toBe(expected);
  });
});

describe("the index", () => {
  const word = fc.constantFrom(
    "delve",
    "link in bio",
    "bio",
    "人工",
    "工",
    "🚀",
    "—",
    "in",
    "don't",
    "crypto",
    "a b c",
  );
  const leaf = fc.oneof(
    word.map((phrase) => `"${phrase}"`),
    word.map((phrase) => `alt:"${phrase}"`),
    word.map((phrase) => `name:"${phrase}"`),
    fc.constantFrom(
      "from:@a",
      "from:@b",
      "mentions:@a",
      "tag:ai",
      "url:t.me",
      "url:a.t.me",
      "url:t.me/x",
      "site:x",
      "site:y",
      "in:home",
      "in:thread",
      "lang:en",
      "lang:en-gb",
      "is:reply",
      "is:ad",
      "has:image",
      "has:link",
      "has:emoji",
      "ai>50%",
      "copies>=2",
      "length>4",
      "/link/",
      "/[Dd]elve|crypto/i",
      "/\\d/",
      "name:/bio/",
      "alt:/人工智/",
      "from:/^[ab]$/",
      "url:/t\\.me/",
      "/in b/",
    ),
  );
  const { query } = fc.letrec<{ query: string }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie("query"), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(" ")})`),
      fc.array(tie("query"), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(" OR ")})`),
      tie("query").map((part) => `-${part}`),
    ),
  }));
  const text = fc
    .array(fc.oneof(word, fc.constantFrom("Link", "the", "#ai", "@a", "@b", "7", "人工智能")), {
      maxLength: 6,
    })
    .map((parts) => parts.join(" "));
  const post: fc.Arbitrary<Post> = fc.record({
    site: fc.constantFrom("x", "y"),
    id: fc.constant("1"),
    surface: fc.constantFrom(...SURFACES),
    author: fc.record({ handle: fc.constantFrom("a", "B", "c"), name: text }),
    text,
    lang: fc.constantFrom("en", "en-GB", "de"),
    is: fc.subarray([...MARKS]),
    media: fc.array(
      fc.record({
        kind: fc.constantFrom("image" as const, "card" as const),
        alt: text,
        url: fc.constant("https://a.t.me/x"),
      }),
      { maxLength: 2 },
    ),
    links: fc.subarray(["https://t.me/x/y", "https://A.t.me", "nonsense"]),
  });
  const facts = fc.record({ ai: fc.constantFrom(null, 40, 60), copies: fc.constantFrom(null, 1, 3) });

  it("finds exactly what asking every rule would find", () => {
    fc.assert(
      fc.property(
        fc.array(query, { minLength: 1, maxLength: 30 }),
        fc.array(post, { minLength: 1, maxLength: 5 }),
        facts,
        (queries, posts, known) => {
          const list = makeList(queries.map((asked) => `label: ${asked}`).join("\n"));
          expect(list.list.rules).toHaveLength(queries.length);
          const rules = compileRules([list], { siteNames });
          for (const one of posts) {
            const expected = list.list.rules.filter(
              ({ query: asked }: { query: Query }) =>
                compileQuery(asked, siteNames).run(viewOf(one, known)) === true,
            );
            expect(rules.match(viewOf(one, known)).map(({ rule }) => rule)).toEqual(expected);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("survives being stored", () => {
    const data = structuredClone(
      compileData([makeList("fold: delve ; reason: x\nlabel: from:@a")], { siteNames }),
    );
    const [match] = openRules(data, siteNames).match(viewOf(makePost(), {}));
    expect(match).toMatchObject({ list: "mine", action: "fold", rule: { line: 1, note: { reason: "x" } } });
  });

  it("takes rules that were never written on a line", () => {
    const rule = {
      action: "fold" as const,
      query: { kind: "words" as const, place: "post" as const, phrase: "delve" },
      line: 7,
      text: "",
    };
    const rules = compileRules([{ list: { id: "a", name: "A", rules: [rule] }, grant: ALL }], { siteNames });
    expect(rules.match(viewOf(makePost(), {}))[0]?.rule).toEqual({ ...rule, text: printRule(rule) });
  });

  it("says what must be got ready", () => {
    const needs = (text: string) => compileRules([makeList(text)], { siteNames });
    expect(needs("label: a").needsModel).toBe(false);
    expect(needs("label: a -ai>9%").needsModel).toBe(true);
    expect(needs("label: author-ai>9%").needsModel).toBe(true);
    expect(needs("label: copies>=2 has:credentials").needs).toMatchObject({
      copies: true,
      credentials: true,
      ai: false,
    });
  });
});

describe("a rule whose day is over", () => {
  const text = "fold: delve ; until: 2026-11-24";
  it("does not act, and is named", () => {
    const rules = compileRules([makeList(text)], { siteNames, now: NOW + 86_400_000 });
    expect(rules.match(viewOf(makePost(), {}))).toEqual([]);
    expect(rules.idle).toEqual([{ list: "mine", line: 1, why: "expired", action: "fold" }]);
  });
  it("acts on its last day, and stops where the day ends while the rules stand compiled", () => {
    const rules = compileRules([makeList(text)], { siteNames, now: NOW });
    expect(rules.match(viewOf(makePost(), { now: NOW }))).toHaveLength(1);
    expect(rules.match(viewOf(makePost(), { now: NOW + 86_400_000 }))).toEqual([]);
  });
});
