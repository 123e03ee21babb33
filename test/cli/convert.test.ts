import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

import { afterEach, describe, expect, it } from "vitest";

import { folder, GOOD, put, run } from "./support/run";

afterEach(() => {
  delete process.env["WINNOW_PASSPHRASE"];
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
