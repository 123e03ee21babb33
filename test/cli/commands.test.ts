import { describe, expect, it } from "vitest";

import { cpuTime } from "../support/cpu-time";
import { folder, GOOD, put, run } from "./support/run";

describe("every command", () => {
  const names = ["lint", "match", "diff", "convert", "keygen", "sign", "verify"];

  it.each(names)("%s explains itself", async (name) => {
    const { code, out } = await run([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`winnow ${name}`);
    expect((await run(["--help"])).out).toContain(`winnow ${name}`);
  });

  it.each(names)("%s says what is wrong with its arguments, with exit code 2", async (name) => {
    for (const args of [[name], [name, "--nonsense"], [name, "a", "b", "c", "d"]]) {
      const { code, out, err } = await run(args);
      expect(code).toBe(2);
      expect(out).toBe("");
      expect(err).toMatch(new RegExp(`^winnow ${name}: .+\n`));
    }
  });

  it("says in one line which file it cannot read", async () => {
    for (const args of [
      ["lint", "nowhere"],
      ["verify", "nowhere"],
      ["diff", "nowhere", "nowhere"],
      ["convert", "nowhere"],
    ]) {
      const { code, err } = await run(args);
      expect(code).toBe(1);
      expect(err).toMatch(/there is no file nowhere\n$/);
    }
    expect((await run(["lint", await put("bytes", new Uint8Array([0xff, 0xfe]))])).err).toMatch(/not UTF-8/);
    expect((await run(["lint", folder])).code).toBe(1);
  });
});

describe("match", () => {
  const posts = [
    { id: "1", author: { handle: "Promo_Bot" }, text: "hello" },
    { id: "2", author: { handle: "somebody" }, text: "the Link in Bio!" },
    { id: "3", author: { handle: "somebody" }, text: "nothing", ai: 99.95 },
  ]
    .map((post) => JSON.stringify(post))
    .join("\n");

  it("gives verdicts with causes", async () => {
    const list = await put("good.txt", GOOD);
    const { code, out } = await run(["match", list, await put("posts.jsonl", posts)]);
    expect(code).toBe(0);
    const lines = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toMatchObject([
      {
        line: 1,
        post: "1",
        action: "fold",
        causes: [{ kind: "rule", line: 7, text: "fold: from:@promo_bot ; reason: says so" }],
      },
      { line: 2, post: "2", action: "label", causes: [{ line: 8 }] },
    ]);
    expect((await run(["match", list, "-", "--all"], posts)).out.trim().split("\n")).toHaveLength(3);
  });

  it("keeps to what the list may do", async () => {
    const list = await put("ai.txt", "hide: ai>99%\n");
    const actions = async (...more: string[]): Promise<unknown[]> =>
      (await run(["match", list, "-", ...more], posts)).out
        .split("\n")
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { action: string }).action);
    expect(await actions()).toEqual([]);
    expect(await actions("--grant", "label ai")).toEqual(["label"]);
    expect(await actions("--own")).toEqual(["hide"]);
    expect(await run(["match", list, "-", "--grant", "everything"])).toMatchObject({ code: 2 });
  });

  it("names lines that are no posts", async () => {
    const list = await put("good.txt", GOOD);
    const bad = `${posts}\nnot json\n{"id": 5}\n[]\n`;
    const { code, err, out } = await run(["match", list, "-"], bad);
    expect(code).toBe(0);
    expect(err).toMatch(/-:4: it is not JSON\n.*-:5: id: .*\n.*-:6: /);
    expect(out.trim().split("\n")).toHaveLength(2);
    expect(await run(["match", list, "-", "--strict"], bad)).toMatchObject({ code: 1 });
  });
});

describe("diff", () => {
  it("says what changed and what followers will see", async () => {
    const now = GOOD.replace("says so", "told us").replace("label:", "hide:").replace("Reply bots", "Bots");
    const [a, b] = [await put("a.txt", GOOD), await put("b.txt", now)];
    const { code, out } = await run(["diff", a, b]);
    expect(code).toBe(0);
    expect(out).toBe(`! title: Reply bots -> Bots
-      8  label: "link in bio"
+      8  hide: "link in bio"
~      7  fold: from:@promo_bot ; reason: told us
2 rules before, 2 now: 1 added, 1 removed, 1 with another note
Followers: waits for a look. It asks for more than before: to hide posts.
`);
    expect((await run(["diff", a, b, "--exit-code"])).code).toBe(1);
    expect((await run(["diff", a, a, "--exit-code"])).code).toBe(0);
    expect(JSON.parse((await run(["diff", a, b, "--json"])).out)).toMatchObject({
      counts: { added: 1 },
      added: [{ line: 8 }],
      followers: { use: "wait", reasons: [{ reason: "asks-more" }] },
    });
  });
});

describe("100,000 rules", () => {
  const big = (from: number): string =>
    `${GOOD}${Array.from({ length: 100_000 }, (_, at) => `fold: from:@bot${at + from} ; seen: 2026-11-02`).join("\n")}\n`;

  it("are checked and compared in seconds", async () => {
    const [a, b] = [await put("a.txt", big(0)), await put("b.txt", big(500))];
    const start = cpuTime();
    expect((await run(["lint", a])).code).toBe(0);
    const linted = cpuTime();
    expect((await run(["diff", a, b])).out).toMatch(/500 added, 500 removed/);
    expect(linted - start).toBeLessThan(10_000);
    expect(cpuTime(linted)).toBeLessThan(15_000);
  }, 120_000);
});
