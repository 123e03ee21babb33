import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { parseList, parseRules } from "../../../src/core/rules/parse";
import { pieces } from "./support/arbitrary";

const words = (phrase: string, place = "post") => ({ kind: "words", place, phrase });
const from = (handle: string) => ({ kind: "from", handle });
const not = (query: object) => ({ kind: "not", query });
const all = (...queries: object[]) => ({ kind: "all", queries });
const any = (...queries: object[]) => ({ kind: "any", queries });
const measure = (name: string, comparison: string, value: number) => ({
  kind: "measure",
  measure: name,
  comparison,
  value,
});
const regex = (pattern: string, flags = "", place = "post") => ({ kind: "regex", place, pattern, flags });

describe("a rule line", () => {
  it.each<[string, string, object]>([
    ["fold: from:@promo_bot", "fold", from("promo_bot")],
    ["HIDE: from:Friend.Example", "hide", from("friend.example")],
    ["hide: from:@Name@Mastodon.Example", "hide", from("name@mastodon.example")],
    ["hide: from:u/Some-One", "hide", from("some-one")],
    ["hide: from:＠ｗｉｄｅ", "hide", from("wide")],
    ["label: delve", "label", words("delve")],
    ['label: "link in bio"', "label", words("link in bio")],
    ["label: “link in bio”", "label", words("link in bio")],
    ["label: „link in bio“", "label", words("link in bio")],
    ["label: «link in bio»", "label", words("link in bio")],
    ['label: "a \\"quoted\\" word"', "label", words('a "quoted" word')],
    ["label: —", "label", words("—")],
    ["label: 12:30", "label", words("12:30")],
    ["label: foo(bar)", "label", words("foo(bar)")],
    ["label: well-known", "label", words("well-known")],
    ["label: or", "label", words("or")],
    ['label: "OR"', "label", words("OR")],
    ["label: text:delve", "label", words("delve", "text")],
    ['label: alt:"a chart"', "label", words("a chart", "alt")],
    ['label: name:"Crypto King"', "label", words("Crypto King", "name")],
    ["label: mentions:@Grok", "label", { kind: "mentions", handle: "grok" }],
    ["label: tag:#AI", "label", { kind: "tag", tag: "AI" }],
    ["label: url:T.me", "label", { kind: "url", host: "t.me", path: "" }],
    [
      "label: url:https://www.Bücher.example/a/?q=1#x",
      "label",
      { kind: "url", host: "www.xn--bcher-kva.example", path: "/a/" },
    ],
    ["label: url:*.example.org", "label", { kind: "url", host: "example.org", path: "" }],
    [
      "label: url:en.wikipedia.org/wiki/Foo_(bar)",
      "label",
      { kind: "url", host: "en.wikipedia.org", path: "/wiki/Foo_(bar)" },
    ],
    ["label: site:X.com", "label", { kind: "site", site: "x.com" }],
    ["label: in:Thread", "label", { kind: "in", surface: "thread" }],
    ["label: lang:pt_BR", "label", { kind: "lang", lang: "pt-br" }],
    ["label: is:Declared-AI", "label", { kind: "is", mark: "declared-ai" }],
    ["label: has:image", "label", { kind: "has", part: "image" }],
    ["dim: ai>99.9%", "dim", measure("ai", ">", 99.9)],
    ["dim: ai<=50", "dim", measure("ai", "<=", 50)],
    ["dim: author-ai>=90%", "dim", measure("author-ai", ">=", 90)],
    ["dim: copies>=5", "dim", measure("copies", ">=", 5)],
    ["dim: length>12", "dim", measure("length", ">", 12)],
    ["dim: age<2h", "dim", measure("age", "<", 7_200)],
    ["dim: age>7", "dim", measure("age", ">", 604_800)],
    ["dim: /\\bdelve into\\b/i", "dim", regex("\\bdelve into\\b", "i")],
    ["dim: /a\\/b[/]c/sim", "dim", regex("a/b[/]c", "ims")],
    ["dim: from:/^promo_/", "dim", regex("^promo_", "", "from")],
    ["dim: url:/utm_/u", "dim", regex("utm_", "", "url")],
    [
      "  hide:  -from:@friend \t crypto ai>99%",
      "hide",
      all(not(from("friend")), words("crypto"), measure("ai", ">", 99)),
    ],
    ['hide: -"good morning"', "hide", not(words("good morning"))],
    ["hide: a OR b c", "hide", any(words("a"), all(words("b"), words("c")))],
    ["hide: (a OR b) c", "hide", all(any(words("a"), words("b")), words("c"))],
    ["hide: -(a OR -b)", "hide", not(any(words("a"), not(words("b"))))],
    ["hide: from:(@a OR @b) x", "hide", all(any(from("a"), from("b")), words("x"))],
    ["hide: text:(a -b)", "hide", all(words("a", "text"), not(words("b", "text")))],
    ["hide: ((a))", "hide", words("a")],
  ])("%s", (line, action, query) => {
    const { rules, problems } = parseList(line);
    expect(problems).toEqual([]);
    expect(rules).toEqual([{ action, query, line: 1, text: line.trim() }]);
  });

  it.each<[string, object]>([
    ["fold: a ; reason: says so itself", { reason: "says so itself" }],
    [
      "fold: a ; reason: x; y ; seen: 2026-11-02 ; until: 2027-05-01",
      { reason: "x; y", seen: "2026-11-02", until: "2027-05-01" },
    ],
    ["fold: a ; just words ; and more", { text: "just words ; and more" }],
    ["fold: a ;no space", { text: "no space" }],
    ["fold: a ; source: https://example.org", { text: "source: https://example.org" }],
    ["fold: a ; until: soon", { text: "until: soon" }],
  ])("keeps the note: %s", (line, note) => {
    expect(parseList(line).rules[0]?.note).toEqual(note);
  });

  it("knows a note from a semicolon in a phrase, a pattern or a word", () => {
    for (const line of ['fold: "a ; b"', "fold: /a ; b/", "fold: a;b", "fold: a ;"]) {
      expect(parseList(line).rules[0]?.note).toBeUndefined();
    }
  });
});

describe("a line that does not parse", () => {
  it.each<[string, number, number, RegExp, RegExp | undefined]>([
    ["delve", 0, 5, /starts with/, /label:/],
    ["label:delve", 0, 11, /starts with/, /space behind label:/],
    ["hid: delve", 0, 4, /no action/, /hide:/],
    ["__proto__: delve", 0, 10, /no action/, undefined],
    ["label: frm:@bot", 7, 15, /no field frm:/, /from:/],
    ["label: author:@bot", 7, 18, /no field author:/, /from:/],
    ["label: constructor:x", 7, 20, /no field/, /quotes/],
    ["label: https://t.me/x", 7, 21, /no field https:/, /url:t\.me/],
    ["label: a AND b", 9, 12, /not written so/, /space/],
    ["label: OR a", 7, 9, /between two/, /"OR"/],
    ["label: a OR", 9, 11, /between two/, undefined],
    ["label: (a", 7, 8, /not closed/, /Add \)/],
    ["label: a)", 8, 9, /not opened/, /"\)"/],
    ["label: ()", 7, 9, /empty/, undefined],
    ["label: - a", 7, 8, /right behind/, /space/],
    ["label: -", 7, 8, /right behind/, undefined],
    [`label: ${"(".repeat(60)}a`, 47, 48, /More than 40/, /Split/],
    [`label: ${"-".repeat(60)}a`, 47, 48, /More than 40/, undefined],
    ["label: /a+b", 7, 11, /not closed/, /Add \//],
    ["label: /r/music", 10, 15, /cannot end in/, /"\/r\/music"/],
    ["label: /a/g", 10, 11, /cannot end in/, /flags i/],
    ["label: /(?=a)b/", 7, 15, /ahead or behind/, /second condition/],
    ["label: /(?<!a)b/", 7, 16, /ahead or behind/, undefined],
    ["label: /(a)\\1/", 7, 14, /refer back/, undefined],
    ["label: /(a/", 7, 11, /does not parse/, undefined],
    ["label: /(a{1000}){1000}/", 7, 24, /too large/, undefined],
    ["label: /((a{1,30}){1,30}b){1,9}/", 7, 32, /too large/, /smaller/],
    [`label: /${"a".repeat(501)}/`, 7, 510, /longer than 500/, undefined],
    ["label: //", 7, 9, /empty/, undefined],
    ["label: is:(/x/)", 11, 14, /takes no pattern/, /is:reply/],
    ["label: ai>150%", 7, 14, /percentage/, /ai>99%/],
    ["label: ai:99", 7, 12, /written with >/, /ai>99/],
    ["label: age<soon", 7, 15, /not an age/, /age<2h/],
    ["label: copies>=many", 7, 19, /not a number/, undefined],
    ["label: from:", 7, 12, /no value/, /from:@name/],
    ["label: from: @bot", 7, 12, /no value/, /right behind/],
    ["label: from:<b>", 7, 15, /not a handle/, undefined],
    ["label: from:@bot*", 7, 17, /no \*/, /from:\/\^name\//],
    ["label: from:@pay\u200Bpal", 7, 20, /cannot be seen \(U\+200B\)/, undefined],
    ["label: from:@\u202Elap", 7, 17, /cannot be seen \(U\+202E\)/, undefined],
    ["label: url:javascript:alert(1)", 7, 30, /web addresses/, undefined],
    ["label: url:file:///etc/passwd", 7, 29, /web addresses/, undefined],
    ["label: url:..", 7, 13, /not a host/, undefined],
    ["label: lang:english", 7, 19, /language/, /lang:en/],
    ["label: tag:a-b", 7, 14, /hashtag/, undefined],
    ["label: is:replly", 7, 16, /does not know/, /is:reply/],
    ["label: is:__proto__", 7, 19, /does not know/, undefined],
    ["label: from:(@a is:reply)", 16, 19, /cannot stand/, undefined],
    ['label: "open', 7, 12, /not closed/, /Add/],
    ['label: ""', 7, 9, /nothing to look for/, undefined],
    ['label: "\u200B\u0301"', 7, 11, /nothing to look for/, undefined],
    ["label:", 5, 6, /names nothing/, undefined],
    [`label: ${"x".repeat(3_000)}`, 0, 2_000, /longer than/, undefined],
    ["include: file:///etc/passwd", 8, 27, /https/, undefined],
    ["include: javascript:alert(1)", 8, 28, /https/, undefined],
    ["include: http://example.org/l.txt", 8, 33, /https/, undefined],
    ["include:", 8, 8, /no address/, undefined],
  ])("%s", (line, start, end, message, hint) => {
    const { rules, problems } = parseList(line);
    expect(rules).toEqual([]);
    expect(problems[0]).toMatchObject({ line: 1, from: start, to: end });
    expect(problems[0]?.message).toMatch(message);
    if (hint) expect(problems[0]?.hint).toMatch(hint);
  });

  it("names all its mistakes at once", () => {
    const { problems } = parseList('label: frm:@a is:replly (b "open');
    expect(problems.map(({ from: at }) => at)).toEqual([7, 14, 27]);
  });

  it("leaves its neighbours standing, with their own line numbers", () => {
    const { rules, problems } = parseList("! mine\r\nlabel: one\nnonsense here\n\nfold: two");
    expect(rules.map(({ line, action }) => [line, action])).toEqual([
      [2, "label"],
      [5, "fold"],
    ]);
    expect(problems.map(({ line }) => line)).toEqual([3]);
  });
});

describe("a line that stands but hardly does what was meant", () => {
  it.each([
    ["label: a b OR c", /binds tighter/],
    ["label: a ; until: 2026-02-30", /wants a date/],
    ["label: a\u200Bb", /cannot be seen/],
    ["label: \u202Edelve", /cannot be seen/],
  ])("%s", (line, message) => {
    const { rules, warnings, problems } = parseList(line);
    expect([rules.length, problems.length]).toEqual([1, 0]);
    expect(warnings[0]?.message).toMatch(message);
  });

  it("is not one with a picture made of several characters", () => {
    expect(parseList("label: 👩‍💻\nlabel: ❤️").warnings).toEqual([]);
  });
});

describe("own rules", () => {
  it("do not include lists", () => {
    const { rules, problems, includes } = parseRules("label: a\ninclude: https://example.org/l.txt\nwrong");
    expect([rules.length, includes.length]).toEqual([1, 0]);
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
  });
});

describe("any text", () => {
  it("parses without throwing, and every problem lies within its line", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: "binary" }),
          fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join("")),
          fc.array(pieces, { maxLength: 12 }).map((parts) => `label: ${parts.join("")}`),
        ),
        (text) => {
          const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
          const { rules, problems, warnings } = parseList(text);
          for (const { line, from: start, to } of [...problems, ...warnings]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(to).toBeGreaterThanOrEqual(start);
            expect(to).toBeLessThanOrEqual(lines[line - 1]?.length ?? 0);
          }
          const left = new Set(problems.map(({ line }) => line));
          for (const rule of rules) expect(left.has(rule.line)).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
