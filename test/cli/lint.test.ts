import { describe, expect, it } from "vitest";

import { GOOD, put, run } from "./support/run";

describe("lint", () => {
  it("is content with a good list", async () => {
    expect(await run(["lint", await put("good.txt", GOOD)])).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/2 rules, 0 errors/),
    });
    expect((await run(["lint", "-"], GOOD)).code).toBe(0);
  });

  it.each([
    ["a wrong field", `${GOOD}fold: frm:@x\n`, /:9:7: error: .*from:/],
    ["a rule twice", `${GOOD}FOLD: from:@Promo_Bot\n`, /:9:1: warning: .*line 7 already/],
    [
      "a rule that is over",
      `${GOOD}fold: from:@x ; until: 2020-01-01\n`,
      /:9:1: warning: .*until 2020-01-01/,
    ],
    ["a web page", "<!doctype html><p>x", /error: It is a web page/],
    ["nothing", "", /error: It is empty/],
    ["no rule", "! title: x\n", /error: The list has no rule/],
    ["a date to come", GOOD.replace("2026-11-22", "2999-01-01"), /warning: .*future/],
    ["an included file:", `${GOOD}include: file:///etc/passwd\n`, /:9:\d+: error/],
    [
      "an include in a network of its own",
      `${GOOD}include: https://192.168.1.1/x\n`,
      /:9:1: error: .*network of its own/,
    ],
    ["a key without a signature", `! key: ed25519:x\n${GOOD}`, /error: It names a key but is not signed/],
    ["a long line", `${GOOD}fold: ${"x".repeat(10_000_000)}\n`, /longer than/],
    ["a million lines", "fold: x\n".repeat(1_000_000), /more than 400,000 lines/],
  ])(
    "does not pass %s",
    async (_name, text, words) => {
      const { code, err } = await run(["lint", await put("bad.txt", text)]);
      expect(code).toBe(1);
      expect(err).toMatch(words);
      expect(err.length).toBeLessThan(60_000);
    },
    60_000,
  );

  it("knows what the list includes from beside it", async () => {
    await put("base.txt", "fold: from:@a\nfold: from:@b\n");
    const fork = await put("fork.txt", `${GOOD}include: base.txt\n- fold: from:@a\n- fold: from:@gone\n`);
    const { code, err } = await run(["lint", fork]);
    expect(code).toBe(1);
    expect(err).toMatch(/:11:1: warning: What is included has no such rule/);
    expect(err).toMatch(/3 rules, 0 errors, 1 warning\n/);
    expect((await run(["lint", fork, "--allow-warnings"])).code).toBe(0);
  });

  it("speaks JSON", async () => {
    const { code, out } = await run(["lint", "-", "--json"], `${GOOD}nonsense\n`);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      errors: 1,
      rules: 2,
      header: { title: "Reply bots" },
      uses: { actions: { fold: 1, label: 1 } },
      signature: "unsigned",
      findings: [{ level: "error", line: 9 }],
    });
  });
});
