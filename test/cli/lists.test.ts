import { mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";

import { afterEach, beforeAll, describe, expect, it } from "vitest";

import { main } from "../../src/cli/main";
import { cpuTime } from "../support/cpu-time";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "winnow-cli-"));
});
afterEach(() => {
  delete process.env["WINNOW_PASSPHRASE"];
});

const put = async (name: string, text: string | Uint8Array): Promise<string> => {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
};

interface Ran {
  code: number;
  out: string;
  err: string;
}

const run = async (args: string[], stdin = ""): Promise<Ran> => {
  const ran: Ran = { code: 0, out: "", err: "" };
  ran.code = await main(args, {
    stdout: { write: (text) => (ran.out += text) },
    stderr: { write: (text) => (ran.err += text) },
    stdin: Readable.from([Buffer.from(stdin)]),
  });
  return ran;
};

const GOOD = `! title: Reply bots
! updated: 2026-11-22
! homepage: https://example.org/bots
! license: CC0-1.0
! syntax: 1

fold: from:@promo_bot ; reason: says so
label: "link in bio"
`;

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

describe("convert", () => {
  it("carries lists over and reports what it left out", async () => {
    const file = await put("hosts.txt", "||a.example^\n||b.example^$script\n");
    const report = join(folder, "report.json");
    const { code, out, err } = await run(["convert", file, "--action", "fold", "--report", report]);
    expect(code).toBe(0);
    expect(out).toMatch(/\nfold: url:a\.example\n$/);
    expect(err).toMatch(/^line 2: It speaks of requests/);
    expect(JSON.parse(await readFile(report, "utf8"))).toMatchObject({
      format: "ublock",
      rules: 1,
      leftCount: 1,
    });
    expect((await run(["convert", file, "--strict"])).code).toBe(1);
    expect((await run(["lint", "-", "--allow-warnings"], out)).code).toBe(0);
  });

  it("goes the other way", async () => {
    const { out } = await run(["convert", "--to", "ublacklist", "-"], "fold: url:a.example\n");
    expect(out).toBe("*://*.a.example/*\n");
    expect(JSON.parse((await run(["convert", "--to", "json", "-"], GOOD)).out)).toMatchObject({
      format: "winnow-list",
    });
  });

  it("refuses what it does not know", async () => {
    expect(await run(["convert", "-", "--from", "toString"], "x")).toMatchObject({ code: 2 });
    expect(await run(["convert", "-", "--to", "x"], "x")).toMatchObject({ code: 2 });
    expect(await run(["convert", "-", "--action", "keep"], "x")).toMatchObject({ code: 2 });
    expect(await run(["convert", "-"], GOOD)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/already/),
    });
  });
});

describe("keys", () => {
  it("are made, sign and verify", async () => {
    const key = join(folder, "key.json");
    const made = await run(["keygen", key]);
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^ed25519:[\w-]{43}\n$/) });
    expect(made.err).toMatch(/fingerprint: ([0-9a-f]{4} ?){8}/);
    expect((await stat(key)).mode & 0o077).toBe(0);
    expect(await run(["keygen", key])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/was not touched/),
    });

    const list = await put("list.txt", GOOD);
    expect(await run(["verify", list])).toMatchObject({ code: 1, err: expect.stringMatching(/not signed/) });
    expect((await run(["sign", list, "--key", key, "--write"])).code).toBe(0);
    const publicKey = made.out.trim();
    expect((await run(["verify", list, "--key", publicKey])).out).toContain(`valid ${publicKey}`);
    expect((await run(["lint", list, "--key", publicKey])).code).toBe(0);
    expect((await run(["lint", list, "--key", "ed25519:other"])).code).toBe(1);
    await put("list.txt", (await readFile(list, "utf8")).replace("promo", "other"));
    expect(await run(["verify", list])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/changed after/),
    });
    expect(await run(["sign", list])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/--key is missing/),
    });
  });

  it("can be locked", async () => {
    const [key, list] = [join(folder, "locked.json"), await put("list.txt", GOOD)];
    process.env["WINNOW_PASSPHRASE"] = "four plain words";
    await run(["keygen", key]);
    expect((await run(["sign", list, "--key", key])).code).toBe(0);
    delete process.env["WINNOW_PASSPHRASE"];
    expect(await run(["sign", list, "--key", key])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/WINNOW_PASSPHRASE/),
    });
  }, 20_000);
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
