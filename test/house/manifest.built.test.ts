import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { manifest as source } from "../../plasmo.config";
import { ROOT } from "./support/files";

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: string[];
  readonly host_permissions?: string[];
  readonly optional_host_permissions?: string[];
  readonly optional_permissions?: string[];
  readonly content_scripts?: { readonly matches: string[]; readonly world?: string }[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly web_accessible_resources?: { readonly resources: string[]; readonly matches: string[] }[];
  readonly externally_connectable?: unknown;
  readonly browser_specific_settings?: { readonly gecko: { readonly data_collection_permissions: unknown } };
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );

describe.each(["chrome", "firefox"] as const)("the %s build", (browser) => {
  const folder = join(ROOT, "build", `${browser}-mv3-prod`);
  const text = (path: string): string => readFileSync(join(folder, path), "utf8");
  const built = JSON.parse(text("manifest.json")) as Manifest;
  const scripts = filesOf(folder).filter((path) => path.endsWith(".js"));
  const pages = filesOf(folder).filter((path) => path.endsWith(".html"));

  it("asks for no site at install", () => {
    expect(built.host_permissions ?? []).toEqual([]);
    expect(built.optional_permissions ?? []).toEqual([]);
    // Lists may lie on any host: "https://*/*" lets Winnow ask for one of them, and gives none.
    const { optional_host_permissions: optional, ...rest } = built;
    expect(JSON.stringify(rest)).not.toMatch(/<all_urls>|\*:\/\/|https?:\/\/\*/);
    expect(optional).toEqual(source.optional_host_permissions);
    expect(optional?.filter((pattern) => /<all_urls>|\*:\/\/|https?:\/\/\*/.test(pattern))).toEqual([
      "https://*/*",
    ]);
  });

  it("asks for the permissions of the source, and no more", () => {
    const overrides = source.overrides[browser] as { permissions?: string[] };
    expect([...built.permissions].sort()).toEqual([...(overrides.permissions ?? source.permissions)].sort());
  });

  it("runs nowhere until a site is switched on", () => {
    const matches = (built.content_scripts ?? []).flatMap((script) => script.matches);
    expect(matches.length).toBeGreaterThan(0);
    for (const match of matches) expect(match).toMatch(/^https:\/\/[a-z.-]+\.invalid\/\*?$/);
    expect((built.content_scripts ?? []).filter((script) => script.world === "MAIN")).toEqual([]);
  });

  it("takes no code from elsewhere", () => {
    expect(built.content_security_policy.extension_pages).toBe(
      source.content_security_policy.extension_pages,
    );
    const remote = [...scripts, ...pages].filter((path) =>
      /\bimportScripts\(\s*["'`]https?:|\bimport\(\s*["'`]https?:|<script[^>]+src=["']?(?:https?:)?\/\//.test(
        text(path),
      ),
    );
    expect(remote).toEqual([]);
    // Text that becomes code: not in ours, not in a package's.
    // (A class may have a method of that name: `eval(a, b) {` defines one and calls nothing.)
    const evaluates = /\bnew Function\(|(?<![\w.])eval\((?![\w$,\s]*\)\s*\{)/;
    expect(scripts.filter((path) => evaluates.test(text(path)))).toEqual([]);
    expect(scripts.filter((path) => /\bimport\((?!["'`])/.test(text(path)))).toEqual([]);
    // Strings that become markup.
    expect(
      scripts.filter((path) => /\.(inner|outer)HTML\s*=(?!=|\s*["']{2})|insertAdjacentHTML/.test(text(path))),
    ).toEqual([]);
    // An inline script would be refused by the policy and the page would stay empty.
    expect(pages.filter((path) => /<script(?![^>]*\bsrc=)[^>]*>/.test(text(path)))).toEqual([]);
  });

  it("cannot be spoken to or read by pages", () => {
    expect(built.externally_connectable).toBeUndefined();
    expect(built.web_accessible_resources ?? []).toEqual([]);
  });

  it("carries the runtime once", () => {
    expect(filesOf(folder).filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
    expect(filesOf(folder).filter((path) => path.endsWith(".onnx"))).toHaveLength(1);
  });

  it("holds no file of the build machine", () => {
    expect(filesOf(folder).filter((path) => path.endsWith(".map"))).toEqual([]);
    expect([...scripts, ...pages].filter((path) => text(path).includes(ROOT))).toEqual([]);
  });

  it("declares to Firefox, and to it alone, that no data is collected", () => {
    const declared = built.browser_specific_settings?.gecko.data_collection_permissions;
    expect(declared).toEqual(browser === "firefox" ? { required: ["none"] } : undefined);
  });
});
