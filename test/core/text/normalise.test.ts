import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { measure } from "../../../src/core/text/measure";
import { normalise } from "../../../src/core/text/normalise";

describe("normalise", () => {
  it.each([
    ["links", "see https://a.example/b?c=1 and www.b.example or c.com/x now", "see and or now"],
    ["mentions", "@a @b.example.social hi, ask @c@d.example too", "hi, ask too"],
    ["a mail address", "write to a.b+c@d.example today", "write to today"],
    ["hashtags: the last ones go, the others lose their mark", "I #love this #a #b", "I love this"],
    ["emoji", "so good 😂😂 really 👍🏽", "so good really"],
    ["quotes and dashes", "“It’s” — yes–no…", '"It\'s" - yes-no...'],
    ["invisible characters", "in\u200bvis\u00adible \u202etext\u202c", "invisible text"],
    ["letters in disguise", "𝐁𝐨𝐥𝐝 ｗｉｄｅ Ⓒⓘⓡⓒⓛⓔ 🅰🅱", "Bold wide Circle AB"],
    ["look-alikes in Latin text", "your раураl account is sаfе", "your paypal account is safe"],
    ["but not in Russian", "Это сахар и соль, Linux", "Это сахар и соль, Linux"],
    ["markdown", "# Head\n- **one**\n- [two](https://x.example)\n> three", "Head one two three"],
    ["entities", "a &amp; b &lt;3", "a & b <3"],
    ["long repeats", "noooooo!!!!!!", "nooo!!!"],
    ["one pair of quotes around all", '"all of this"', "all of this"],
  ])("%s", (_, text, plain) => {
    expect(normalise(text)).toBe(plain);
  });

  it("never throws, never keeps a line break, a double space or a lone surrogate", () => {
    const anything = fc
      .array(
        fc.oneof(
          fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
          fc.string(),
          fc.constantFrom("\n", "@a", "#", "https://", "\ud800", "**", "[a](/b)", "'", '"'),
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(anything, (text) => {
        const plain = normalise(text);
        expect(plain).not.toMatch(/[\n\r\u2028]| {2}|^ | $|\p{Surrogate}/u);
        expect(measure(plain).chars).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each(["a", "@", "#", "# a ", "[a](http", "a.b.", '"', "- ", "e\u0301\u0302", "а", "<url>", "&amp;"])(
    "takes bounded time on 100 kB of %j",
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const start = performance.now();
      normalise(text);
      expect(performance.now() - start).toBeLessThan(500);
    },
  );
});

describe("measure", () => {
  it.each([
    ["", 0, 0],
    ["two words", 9, 2],
    ["don't - stop!", 13, 2],
    ["你好世界", 8, 2],
    ["안녕 세상", 9, 2],
  ])("%j", (text, chars, words) => {
    expect(measure(text)).toEqual({ chars, words });
  });
});
