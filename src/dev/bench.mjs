// `npm run bench`: sets up, builds, measures, and writes build/bench.json. Nothing is asserted: figures are to be read.
import { runNode } from "./run.mjs";
import { runMain, setup } from "./setup.mjs";

await runMain(async () => {
  setup({ browsers: ["chromium"], need: "all" });
  const status = await runNode(["src/dev/build.mjs"]);
  if (status !== 0) return status;
  return runNode(["--import", "tsx", "test/bench/main.ts"]);
});
