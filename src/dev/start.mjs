// `npm start`: sets up, builds, and opens the sample timeline in a browser with Winnow in it.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

import { runNode } from "./run.mjs";
import { runMain, setup } from "./setup.mjs";

const HELP = `Usage: npm start -- [--browser chromium|firefox] [--headless] [--no-build]

Builds Winnow and opens it in a browser with a fresh profile, on a sample timeline: a local page that plays
x.com to that browser only. Without a display, or with --headless, it prints what was read, judged and done
and writes build/winnow-start.png.
`;

const hasDisplay = () =>
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env.DISPLAY) ||
  Boolean(process.env.WAYLAND_DISPLAY);

await runMain(async () => {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        browser: { type: "string" },
        headless: { type: "boolean", default: !hasDisplay() },
        "no-build": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }));
  } catch (error) {
    console.error(`${error.message}\n\n${HELP}`);
    return 2;
  }
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const kinds = /** @type {const} */ (["chromium", "firefox"]);
  const wanted = kinds.filter((kind) => values.browser === undefined || values.browser === kind);
  if (wanted.length === 0) {
    console.error(`--browser is ${values.browser}; known are ${kinds.join(" and ")}\n\n${HELP}`);
    return 2;
  }
  const [kind] = setup({ browsers: wanted, need: "any" });
  const target = kind === "firefox" ? "firefox-mv3" : "chrome-mv3";
  if (!values["no-build"] || !existsSync(`build/${target}-prod/manifest.json`)) {
    console.log(`Building (${target}) …`);
    const status = await runNode(["src/dev/build.mjs", target]);
    if (status !== 0) return status;
  }
  const how = values.headless ? ["--headless"] : [];
  return runNode(["--import", "tsx", "src/dev/start/main.ts", kind, ...how]);
});
