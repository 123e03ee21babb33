// `npm test`: sets up, then every check there is, in order of how fast each fails. Names of stages as
// arguments run only those: `npm test -- unit e2e`.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { ROOT, runNode } from "./run.mjs";
import { runMain, setup } from "./setup.mjs";

const REPORTS = join(ROOT, "build/test");

const program = (path, ...args) => runNode([`node_modules/${path}`, ...args]);

/** Runs programs until one fails. */
const each = async (...runs) => {
  for (const run of runs) {
    const status = await run();
    if (status !== 0) return status;
  }
  return 0;
};

const vitest = (project) =>
  program(
    "vitest/vitest.mjs",
    "run",
    `--project=${project}`,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(REPORTS, `${project}.json`)}`,
  );

// Without the self-hosted switch: the rules of the public store, which are the stricter ones.
const lintAddon = () =>
  program(
    "web-ext/bin/web-ext.js",
    "lint",
    "--source-dir=build/firefox-mv3-prod",
    "--no-config-discovery",
    "--warnings-as-errors",
    "--no-input",
  );

/** @type {Record<string, () => Promise<number>>} */
const STAGES = {
  format: () => program("prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."),
  lint: () => program("eslint/bin/eslint.js", "."),
  types: () =>
    each(
      () => program("typescript/bin/tsc", "-p", "."),
      () => program("typescript/bin/tsc", "-p", "src/core"),
    ),
  unit: () => vitest("unit"),
  build: () => runNode(["src/dev/build.mjs"]),
  built: () => vitest("built"),
  addon: lintAddon,
  e2e: () => vitest("e2e"),
};

const countTests = () => {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const project of ["unit", "built", "e2e"]) {
    try {
      const report = JSON.parse(readFileSync(join(REPORTS, `${project}.json`), "utf8"));
      sum.passed += report.numPassedTests;
      sum.failed += report.numFailedTests;
      sum.skipped += report.numPendingTests + report.numTodoTests;
    } catch {
      // that stage did not run
    }
  }
  return sum;
};

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !(name in STAGES));
  if (unknown !== undefined) {
    console.error(`no stage "${unknown}"; there are ${Object.keys(STAGES).join(", ")}`);
    return 2;
  }
  setup({ browsers: ["chromium", "firefox"], need: process.env.CI ? "all" : "most" });
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  let failed;
  for (const [name, run] of Object.entries(STAGES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`\n== ${name}`);
    const started = Date.now();
    const status = await run();
    console.log(
      `== ${name} ${status === 0 ? "ok" : "FAILED"}, ${((Date.now() - started) / 1000).toFixed(1)} s`,
    );
    if (status !== 0) {
      failed = name;
      break;
    }
  }
  const sum = countTests();
  // A stage that fails without a failing test (types, lint, a crash) counts as one.
  if (failed !== undefined) {
    sum.failed = Math.max(sum.failed, 1);
    console.log(`\nStopped: the stage "${failed}" failed. Alone: npm test -- ${failed}`);
  }
  console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  return failed === undefined ? 0 : 1;
});
