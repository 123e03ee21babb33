import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Runs npm and gives its exit status. `npm start` tells us where npm is; without it, Windows needs a shell
 * to run npm.cmd.
 * @param {string[]} args fixed words, never input
 */
export const runNpm = (args) => {
  const script = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: /** @type {const} */ (["ignore", "inherit", "inherit"]) };
  const run = script?.endsWith(".js")
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  return run.status ?? 1;
};

/**
 * Runs a Node program of ours or of a package and gives its exit status; Ctrl-C reaches it and is waited for.
 * @param {string[]} args a script's path from the root, and its arguments
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
export const runNode = (args, env = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    const wait = () => undefined; // the child gets the same signal from the terminal and ends first
    process.on("SIGINT", wait);
    const pass = () => child.kill("SIGTERM");
    process.on("SIGTERM", pass);
    child.on("close", (code, signal) => {
      process.off("SIGINT", wait);
      process.off("SIGTERM", pass);
      resolve(code ?? (signal === "SIGINT" ? 130 : 1));
    });
    child.on("error", () => resolve(1));
  });
