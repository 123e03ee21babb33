import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { readCommand } from "../../src/cli/read";
import { timelinePage } from "../timeline";

const folder = mkdtempSync(join(tmpdir(), "winnow-read-"));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const run = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await readCommand(args, {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
  });
  return { code, out: out.join(""), err: err.join("") };
};

describe("winnow read", () => {
  it("prints one post a line", async () => {
    const { code, out, err } = await run(
      file("home.html", timelinePage({ virtual: false })),
      "--url",
      "https://x.com/home",
    );
    expect(code).toBe(0);
    expect(err).toBe("");
    const posts = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { site: string });
    expect(posts.length).toBe(45);
    expect(posts.every(({ site }) => site === "x")).toBe(true);
  });

  it("prints nothing for a page without posts", async () => {
    expect(await run(file("empty.html", ""), "--url", "https://x.com/home")).toEqual({
      code: 0,
      out: "",
      err: "",
    });
  });

  it.each([
    [["--url", "https://x.com/home"], /name one FILE/],
    [["page.html"], /--url is missing/],
    [
      [file("other.html", "<p>A page"), "--url", "https://example.org/"],
      /no site is known .* known are x\.com, .* Mastodon or Lemmy/,
    ],
    [["page.html", "--url", "not an address"], /no site is known/],
    [[join(folder, "nowhere.html"), "--url", "https://x.com/home"], /there is no file/],
    [[folder, "--url", "https://x.com/home"], /cannot read/],
    [["page.html", "--colour"], /--colour/],
  ])("refuses %j in one sentence", async (args, sentence) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(err).toMatch(sentence);
    expect(err.trimEnd().split("\n").length).toBe(1);
  });

  it("says how it is used", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    expect(out).toMatch(/--url URL/);
  });

  it("reads past megabytes of styles, and a style in an attribute's text", async () => {
    const page = timelinePage({ virtual: false }).replace(
      "<style>",
      `<style>${".a{color:red}\n".repeat(400_000)}</style><p title="<style>"></p><style>`,
    );
    const { code, out } = await run(file("big.html", page), "--url", "https://x.com/home");
    expect(code).toBe(0);
    expect(out.split("\n").length).toBe(46);
  });
});
