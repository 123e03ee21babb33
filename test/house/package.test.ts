import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { alias, manifest } from "../../plasmo.config";
import { ROOT } from "./support/files";

interface Package {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly overrides: Record<string, string>;
  readonly scripts: Record<string, string>;
  readonly manifest: unknown;
  readonly alias: unknown;
  readonly license: string;
}

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const pack = JSON.parse(read("package.json")) as Package;

describe("package.json", () => {
  it("pins every version exactly", () => {
    const all = Object.entries({ ...pack.dependencies, ...pack.devDependencies, ...pack.overrides });
    const loose = all.filter(
      ([name, version]) =>
        !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) && !/^(file:\.\/|\$)/.test(version) && name,
    );
    expect(loose).toEqual([]);
  });

  it("holds the manifest that plasmo.config.ts gives", () => {
    expect(pack.manifest).toEqual(JSON.parse(JSON.stringify(manifest)));
    expect(pack.alias).toEqual(JSON.parse(JSON.stringify(alias)));
  });

  it("names scripts that run on Windows too", () => {
    const shell = Object.entries(pack.scripts).filter(([, line]) =>
      /[;$`'*~]|^[A-Z_]+=|\|\||\brm\b|\bcp\b/.test(line),
    );
    expect(shell).toEqual([]);
  });

  it("names scripts whose files exist", () => {
    const files = Object.values(pack.scripts).flatMap((line) => line.match(/\bsrc\/[\w./-]+/g) ?? []);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it("has a licence, and its text stands beside it", () => {
    expect(pack.license).toBe("MIT");
    expect(read("LICENSE")).toMatch(/^MIT License/);
  });
});

describe("package-lock.json", () => {
  it("agrees with package.json", () => {
    const lock = JSON.parse(read("package-lock.json")) as { packages: Record<string, Package> };
    expect(lock.packages[""]?.dependencies).toEqual(pack.dependencies);
    expect(lock.packages[""]?.devDependencies).toEqual(pack.devDependencies);
  });
});
