import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { toJson, toUblacklist } from "../../../src/core/lists/export";
import {
  convertList,
  guessFormat,
  IMPORT_FORMATS,
  type ImportFormat,
  withoutKnown,
} from "../../../src/core/lists/import";
import { parseList } from "../../../src/core/rules/parse";
import { cpuTime } from "../../support/cpu-time";

const carried = (text: string, format: ImportFormat, more: { site?: string } = {}) => {
  const { text: list, left, notes } = convertList(text, format, { action: "fold", ...more });
  const parsed = parseList(list);
  expect(parsed.problems).toEqual([]);
  return {
    rules: parsed.rules.map((rule) => rule.text),
    left: left.map(({ line, why }) => `${line}: ${why}`),
    notes,
  };
};

describe("uBlacklist rulesets", () => {
  it.each([
    ["*://*.example.com/*", "fold: url:example.com"],
    ["*://example.com/*", "fold: url:example.com"],
    ["https://*.example.com/blog/*", "fold: url:example.com/blog"],
    ["@*://*.example.com/*", "keep: url:example.com"],
    ["*://*.example.com/* # a comment", "fold: url:example.com"],
    ["/example\\.(net|org)/", "fold: url:/example\\.(net|org)/"],
    ["url =~ /spam/i", "fold: url:/spam/i"],
    ["url /spam/i", "fold: url:/spam/i"],
    ['url *= "a.b/c"', "fold: url:/a\\.b\\/c/"],
    ['host = "example.com"', "fold: url:example.com"],
    ['host $= ".example.com"', "fold: url:example.com"],
  ])("%s", (line, rule) => {
    expect(carried(line, "ublacklist")).toMatchObject({ rules: [rule], left: [] });
  });

  it.each([
    ["title =~ /x/", /title of a search/],
    ["@1*://*.example.com/*", /highlights/],
    ['*://*.example.com/* @if($category="images")', /search pages/],
    ["*://*/*", /every host/],
    ["*://*.example.*/*", /not one name/],
    ["*://example.com/a*b/*", /wildcards/],
    ["/(?=x)y/", /./],
    ["nonsense", /no(t a rule| counterpart)/],
  ])("leaves %s out, and says why", (line, why) => {
    const { rules, left } = carried(line, "ublacklist");
    expect(rules).toEqual([]);
    expect(left).toEqual([expect.stringMatching(why)]);
  });

  it("have a name", () => {
    const { text } = convertList('---\nname: "AI sites"\n---\n# c\n*://*.a.example/*\n', "ublacklist", {
      action: "label",
    });
    expect(parseList(text).header.title).toBe("AI sites");
    expect(parseList(text).rules).toHaveLength(1);
  });

  it("go out and come back", () => {
    const list = parseList(
      "! title: Sites\nfold: url:a.example\nhide: url:b.example/path\nkeep: url:c.example\nfold: url:/x+/i\nfold: delve\n",
    );
    const { text, left } = toUblacklist(list);
    expect(text).toBe(
      '---\nname: "Sites"\n---\n*://*.a.example/*\n*://*.b.example/path/*\n@*://*.c.example/*\n/x+/i\n',
    );
    expect(left).toEqual([expect.objectContaining({ text: "fold: delve" })]);
    expect(carried(text, "ublacklist").rules).toEqual([
      "fold: url:a.example",
      "fold: url:b.example/path",
      "keep: url:c.example",
      "fold: url:/x+/i",
    ]);
  });
});

describe("lists of hosts and of ad blockers", () => {
  it("are carried over as links", () => {
    const hosts =
      "# hosts\n127.0.0.1 localhost\n0.0.0.0 a.example b.example # x\n::1 ip6-localhost\nc.example\n*.d.example\n";
    expect(carried(hosts, "domains").rules).toEqual(
      ["a", "b", "c", "d"].map((name) => `fold: url:${name}.example`),
    );
  });

  it.each([
    ["||a.example^", "fold: url:a.example"],
    ["||a.example^$document,popup", "fold: url:a.example"],
    ["||a.example/blog/", "fold: url:a.example/blog/"],
    ["@@||a.example^", "keep: url:a.example"],
    ["a.example", "fold: url:a.example"],
    ['google.com,bing.com##a[href*="a.example"]:upward(2)', "fold: url:a.example"],
    ['google.com##a[href^="https://www.a.example/x"]', "fold: url:a.example/x"],
  ])("%s", (line, rule) => {
    expect(carried(`[Adblock Plus 2.0]\n! Title: T\n${line}`, "ublock")).toMatchObject({
      rules: [rule],
      left: [],
    });
  });

  it.each([
    ["||a.example^$script", /requests \(script\)/],
    ["example.com##.ad", /markup/],
    ["##+js(nowoif)", /markup/],
    ["/banner/*/img^", /requests/],
    ["not_a_host!", /requests|name of a host/],
    ["10.0.0.1", /numeric/],
  ])("leave %s out, and say why", (line, why) => {
    const { rules, left } = carried(line, "ublock");
    expect(rules).toEqual([]);
    expect(left).toEqual([expect.stringMatching(why)]);
  });
});

describe("lists of handles", () => {
  it("AiSList", () => {
    const text =
      "! Title: AISList\n! x\n@SomeChannel\n@Psicolog%C3%ADa-x\nUCabcdefghijklmnopqrstuv\nrubbish here\n";
    expect(carried(text, "aislist")).toMatchObject({
      rules: ["fold: from:@SomeChannel site:youtube.com", "fold: from:@Psicología-x site:youtube.com"],
      left: [expect.stringMatching(/^5: .*number/), expect.stringMatching(/^6: .*not a handle/)],
    });
  });

  it("Mastodon's blocks, mutes and blocked servers", () => {
    expect(carried("bot@social.example\n@other@b.example\nnobody\n", "mastodon")).toMatchObject({
      rules: ["fold: from:@bot@social.example", "fold: from:@other@b.example"],
      left: [expect.stringMatching(/^3: /)],
    });
    expect(
      carried("Account address,Hide notifications\nbot@social.example,true\n", "mastodon").rules,
    ).toEqual(["fold: from:@bot@social.example"]);
    const servers =
      '#domain,#severity,#reject_media\n"spam.example",suspend,true\n*.hid*.example,suspend,true\n';
    expect(carried(servers, "mastodon")).toMatchObject({
      rules: ["fold: from:/@spam\\.example$/"],
      left: [expect.stringMatching(/^3: /)],
    });
  });

  it("X's archive, which has numbers only", () => {
    const text = `window.YTD.block.part0 = [ {"blocking": {"accountId": "12", "userLink": "https://twitter.com/intent/user?user_id=12"}},
      {"blocking": {"accountId": "13", "userLink": "https://x.com/somebody"}} ];`;
    expect(carried(text, "x-archive")).toMatchObject({
      rules: ["fold: from:@somebody site:x.com"],
      left: [expect.stringMatching(/number only/)],
    });
    expect(carried("window.YTD.mute.part0 = [", "x-archive").left).toEqual([
      expect.stringMatching(/not JSON/),
    ]);
  });

  it("plain handles and words", () => {
    expect(
      carried("# c\n@a\nb\nhttps://x.com/c\nnot a handle\n", "handles", { site: "x.com" }),
    ).toMatchObject({
      rules: ["fold: from:@a site:x.com", "fold: from:@b site:x.com", "fold: from:@c site:x.com"],
      left: [expect.stringMatching(/^5: /)],
    });
    expect(carried('delve\nlink in bio\n#ai\n@bot\n"quoted"\nsay "x" ; y\n/slash/\n', "words").rules).toEqual(
      [
        'fold: "delve"',
        'fold: "link in bio"',
        "fold: tag:ai",
        "fold: from:@bot",
        'fold: "quoted"',
        'fold: "say \\"x\\" ; y"',
        'fold: "/slash/"',
      ],
    );
  });
});

describe("any text in any format", () => {
  const formats = Object.keys(IMPORT_FORMATS) as ImportFormat[];

  it("gives a list that Winnow reads whole", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.string({ unit: "grapheme", maxLength: 200 }),
        (format, text) => {
          const imported = convertList(text, format, { action: "label" });
          const parsed = parseList(imported.text);
          expect(parsed.problems).toEqual([]);
          expect(parsed.rules).toHaveLength(imported.rules);
          expect(parsed.rules.every(({ action }) => ["label", "keep"].includes(action))).toBe(true);
          expect(parsed.includes).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is carried over once where it stands twice, and reported whole", () => {
    const imported = convertList("a.example\na.example\nrubbish here\n".repeat(1_000), "domains", {
      action: "label",
    });
    expect(imported).toMatchObject({ rules: 1, twice: 1_999, leftCount: 1_000 });
  });

  it("of 100,000 lines is read in seconds", () => {
    const text = Array.from({ length: 100_000 }, (_, at) => `||host${at}.example^`).join("\n");
    const start = cpuTime();
    expect(convertList(text, "ublock", { action: "label" }).rules).toBe(100_000);
    expect(cpuTime(start)).toBeLessThan(8_000);
  }, 60_000);

  it.each([
    ["window.YTD.block.part0 = []", undefined, "x-archive"],
    ["Account address,Hide notifications\na@b.c,true", "mutes.csv", "mastodon"],
    ["a@b.example\nc@d.example", "blocks.csv", "mastodon"],
    ["||a.example^\n||b.example^", undefined, "ublock"],
    ["*://*.a.example/*\n*://*.b.example/*", undefined, "ublacklist"],
    ["0.0.0.0 a.example\n0.0.0.0 b.example", undefined, "domains"],
    ["a.example\nb.example", undefined, "domains"],
    ["! YouTube\n@a\n@b", undefined, "aislist"],
    ["@a\n@b", undefined, "handles"],
    ["delve\nlink in bio", undefined, "words"],
    ["! title: x\nfold: from:@a\nlabel: x", undefined, null],
  ])("is told by its looks: %.30j", (text, file, format) => {
    expect(guessFormat(text, file)).toBe(format);
  });
});

describe("exports", () => {
  it("to JSON are plain data", () => {
    const json = JSON.parse(toJson(parseList("! title: A\nfold: from:@a ; reason: x\n"))) as {
      rules: unknown[];
    };
    expect(json).toMatchObject({
      format: "winnow-list",
      version: 1,
      header: { title: "A" },
      rules: [{ action: "fold" }],
    });
  });

  it("can leave out what is there already", () => {
    expect(withoutKnown("fold: from:@a\nfold: from:@b", "FOLD:  from:@A ; x")).toEqual({
      text: "fold: from:@b\n",
      known: 1,
    });
  });
});
