import { readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { FIELDS } from "../../../src/core/rules/fields";
import { parseList } from "../../../src/core/rules/parse";
import { MARKS } from "../../../src/core/vocab/post";
import { PARTS } from "../../../src/core/vocab/rule";
import { SYNTAX } from "../../../src/core/vocab/rule-list";
import { SURFACES } from "../../../src/core/vocab/surface";

const page = readFileSync(join(import.meta.dirname, "../../../docs/rules.md"), "utf8");

describe("docs/rules.md", () => {
  it("has examples that parse", () => {
    const blocks = Array.from(page.matchAll(/```winnow\n([^`]*)```/g), ([, block]) => block ?? "");
    expect(blocks.length).toBeGreaterThan(1);
    for (const block of blocks) expect(parseList(block)).toMatchObject({ problems: [], warnings: [] });
  });

  it("names every field and every word", () => {
    const rows = (field: string): string =>
      page.split("\n").find((line) => line.startsWith(`| \`${field}`)) ?? "";
    for (const name of FIELDS.keys()) expect(page).toMatch(new RegExp(`\`${name}[:<>]`));
    for (const mark of MARKS) expect(rows("is:")).toContain(`\`${mark}\``);
    for (const part of PARTS) expect(rows("has:")).toContain(part);
    for (const surface of SURFACES) expect(rows("in:")).toContain(surface);
    expect(page).toContain(`syntax: ${SYNTAX}`);
  });

  it("has examples in its tables that parse", () => {
    const examples = Array.from(
      page.matchAll(/^\| ((?:`[^`]+` *)+)\| (?!it stays|what it is)/gm),
      ([, cell]) => cell ?? "",
    )
      .flatMap((cell) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, example]) => example ?? ""))
      .filter((example) => /[:<>]/.test(example));
    expect(examples.length).toBeGreaterThan(15);
    for (const example of examples) expect(parseList(`label: ${example}`)).toMatchObject({ problems: [] });
  });
});
