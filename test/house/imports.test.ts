import { readFileSync } from "node:fs";
import { join } from "node:path";

import ts from "typescript";
import { describe, expect, it } from "vitest";

import { ROOT, sourceFiles } from "./support/files";
import { importsOf, roomOf } from "./support/graph";

const BASE = ["core/vocab", "core/text", "core/match"];
const READERS = [...BASE, "core/sites", "core/detect", "core/rules"];
const CORE = [...READERS, "core/lists", "core/judge", "core/settings"];

/** Which rooms a room may import from, besides itself. */
const ALLOWED: Record<string, readonly string[]> = {
  "core/vocab": [],
  "core/text": ["core/vocab"],
  "core/match": ["core/vocab", "core/text"],
  "core/sites": BASE,
  "core/detect": BASE,
  "core/rules": BASE,
  "core/lists": READERS,
  "core/judge": [...READERS, "core/lists"],
  "core/settings": ["core/vocab"],
  // The page is handed what it needs as functions: it must run in jsdom and in the command line.
  page: CORE,
  ml: CORE,
  platform: CORE,
  ui: [...CORE, "platform"],
  cli: [...CORE, "page", "ml"],
  entry: [...CORE, "page", "ml", "platform", "ui"],
  // Tools: `npm start` reads a page and explains verdicts as the product does; all else it sees from outside.
  dev: ["plasmo.config.ts", ...CORE, "page"],
};

/** Packages that only some rooms may name. */
const PACKAGES: { readonly name: RegExp; readonly rooms: readonly string[] }[] = [
  { name: /^onnxruntime-/, rooms: ["ml"] },
  { name: /^(webextension-polyfill|@plasmohq\/storage|idb$)/, rooms: ["platform"] },
  { name: /^preact/, rooms: ["ui", "entry"] },
  { name: /^(puppeteer-core|web-ext)/, rooms: ["dev"] },
  { name: /^jsdom/, rooms: ["cli", "dev"] },
  // ml has one file that loads the model in Node, for the command line and tests.
  { name: /^node:/, rooms: ["cli", "dev", "ml"] },
];

/** Pure packages that the core may use: they run anywhere and know neither DOM nor browser. */
const PURE = /^(valibot|re2js|uqr)$/;

const sources = sourceFiles().filter((path) => path.startsWith("src/"));
const imports = importsOf(sources);
const wrong = (bad: (each: (typeof imports)[number]) => boolean): string[] =>
  imports.filter(bad).map(({ file, target }) => `${file} -> ${target}`);

describe("directions of imports", () => {
  it("knows every room", () => {
    expect(sources.map(roomOf).filter((room) => !(room in ALLOWED))).toEqual([]);
  });

  it("go from the rooms that decide to the rooms that describe", () => {
    const may = (from: string, to: string): boolean => from === to || (ALLOWED[from] ?? []).includes(to);
    const toTests = (target: string): boolean => target.startsWith("test/"); // see below
    expect(
      wrong(({ file, target, own }) => own && !toTests(target) && !may(roomOf(file), roomOf(target))),
    ).toEqual([]);
  });

  it("leave entry points to the bundler", () => {
    expect(wrong(({ target, own }) => own && roomOf(target) === "entry")).toEqual([]);
  });

  it("never cross into tests, but for the sample timeline that npm start shows", () => {
    const isSample = (file: string, target: string): boolean =>
      roomOf(file) === "dev" && target.startsWith("test/timeline/");
    expect(
      wrong(({ file, target, own }) => own && target.startsWith("test/") && !isSample(file, target)),
    ).toEqual([]);
  });

  it("have no circles among rooms of the core", () => {
    const after = (room: string, path: string[]): string[][] =>
      path.includes(room)
        ? [[...path, room]]
        : (ALLOWED[room] ?? []).flatMap((next) => after(next, [...path, room]));
    expect(CORE.flatMap((room) => after(room, []))).toEqual([]);
  });
});

describe("packages", () => {
  it("of the core are pure", () => {
    expect(
      wrong(({ file, target, own }) => !own && roomOf(file).startsWith("core") && !PURE.test(target)),
    ).toEqual([]);
  });

  it.each(PACKAGES)("$name is named only where it belongs", ({ name, rooms }) => {
    expect(
      wrong(({ file, target, own }) => !own && name.test(target) && !rooms.includes(roomOf(file))),
    ).toEqual([]);
  });
});

describe("the browser's API", () => {
  const saysBrowser = (file: string): string[] => {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(ROOT, file), "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (
        ts.isPropertyAccessExpression(node) &&
        ts.isIdentifier(node.expression) &&
        ["chrome", "browser"].includes(node.expression.text)
      ) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(`${file}:${line + 1} ${node.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  };

  it("is named in platform and in entry points only", () => {
    const others = sources.filter((file) => !["platform", "entry", "dev"].includes(roomOf(file)));
    expect(others.flatMap(saysBrowser)).toEqual([]);
  });
});
