// Builds the extension: `node src/dev/build.mjs [chrome-mv3] [firefox-mv3]`, both if none is named.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { tameScripts } from "./tame.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const TARGETS = ["chrome-mv3", "firefox-mv3"];
const ORT = join(ROOT, "node_modules/onnxruntime-web/dist");

const node = (args) => {
  const run = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", PARCEL_WORKERS: "0" },
  });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}\n${run.stderr}\n`);
    throw new Error(`${args[0]} ended with ${run.status ?? run.signal}`);
  }
  return `${run.stdout}${run.stderr}`;
};

/** The bundler turns modules into classic scripts, where `import.meta` does not exist. */
const prepareOnnxRuntime = () => {
  const source = readFileSync(join(ORT, "ort.wasm.bundle.min.mjs"), "utf8");
  const out = join(ROOT, ".cache/ort/ort.wasm.bundle.mjs");
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(
    out,
    source
      .replaceAll("import.meta.url", "self.location.href")
      .replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"),
  );
};

/** Files that are loaded by address, under names that do not change from build to build. */
const copyResources = (out) => {
  const id = /MODEL_ID = "([^"]+)"/.exec(readFileSync(join(ROOT, "src/ml/shipped.ts"), "utf8"))?.[1];
  if (!id) throw new Error("src/ml/shipped.ts names no MODEL_ID");
  for (const file of ["model.onnx", "manifest.json"]) {
    cpSync(join(ROOT, "models", id, file), join(out, "models", id, file));
  }
  cpSync(join(ORT, "ort-wasm-simd-threaded.wasm"), join(out, "ort/ort-wasm-simd-threaded.wasm"));
};

const build = (target) => {
  const started = Date.now();
  const out = join(ROOT, "build", `${target}-prod`);
  // Files of one browser stay in .plasmo and would leak into the other's build.
  rmSync(join(ROOT, ".plasmo"), { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  const log = node(["node_modules/plasmo/bin/index.mjs", "build", `--target=${target}`, "--hoist"]);
  if (!statSync(join(out, "manifest.json"), { throwIfNoEntry: false })) throw new Error(`no build:\n${log}`);
  copyResources(out);
  tameScripts(out);
  console.log(`build/${target}-prod  ${((Date.now() - started) / 1000).toFixed(1)} s`);
};

const wanted = process.argv.slice(2);
for (const target of wanted) {
  if (!TARGETS.includes(target)) {
    console.error(`unknown target ${target}; known are ${TARGETS.join(" and ")}`);
    process.exit(2);
  }
}
try {
  prepareOnnxRuntime();
  node(["--import", "tsx", "src/dev/manifest.ts"]);
  for (const target of wanted.length > 0 ? wanted : TARGETS) build(target);
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exit(1);
}
