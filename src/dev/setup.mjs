import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { findBrowser } from "./browsers/find.mjs";
import { ROOT, runNpm } from "./run.mjs";

/*
 * Makes a bare machine ready: Node, packages, browsers. Plain JavaScript without packages, since it runs
 * before there is a node_modules.
 */

const NODE = [20, 19];

/** Something that only the person at the machine can mend; said without a stack trace. */
export class SetupError extends Error {}

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  throw new SetupError(
    `Winnow needs Node ${NODE.join(".")} or newer and this is ${process.versions.node}: get it from https://nodejs.org`,
  );
};

/**
 * Whether node_modules is what package-lock.json asks for. npm writes down what it installed; that is
 * compared instead of dates, which a checkout changes.
 */
const isInstalled = () => {
  const written = join(ROOT, "node_modules/.package-lock.json");
  if (!existsSync(written)) return false;
  const { packages: has } = JSON.parse(readFileSync(written, "utf8"));
  const { packages: wants } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  return Object.entries(wants).every(([path, wanted]) => {
    if (!path.startsWith("node_modules/")) return true;
    const found = has[path];
    // Packages for other platforms are left out.
    if (found === undefined) return Boolean(wanted.optional ?? wanted.peer ?? wanted.extraneous);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
};

const installPackages = () => {
  if (isInstalled()) return;
  console.log("Installing packages (npm ci) …");
  if (runNpm(["ci", "--no-audit", "--no-fund"]) !== 0) {
    throw new SetupError("npm ci failed; its message stands above");
  }
};

const distribution = () => {
  try {
    const text = readFileSync("/etc/os-release", "utf8");
    return /^ID=["']?([a-z]+)/m.exec(text)?.[1] ?? "";
  } catch {
    return "";
  }
};

/** @type {Record<"chromium" | "firefox", { apt: string, name: string, variable: string }>} */
const BROWSERS = {
  chromium: { apt: "chromium", name: "Chrome, Chromium, Edge or Brave", variable: "WINNOW_CHROMIUM" },
  firefox: { apt: "firefox-esr", name: "Firefox", variable: "WINNOW_FIREFOX" },
};

/** @param {("chromium" | "firefox")[]} kinds */
const aptInstall = (kinds) => {
  const names = kinds.map((kind) => BROWSERS[kind].apt);
  console.log(`Installing ${names.join(" and ")} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync("apt-get", ["-q", ...args], { stdio: ["ignore", "inherit", "inherit"], env }).status === 0;
  if (!apt("update") || !apt("install", "-y", "--no-install-recommends", ...names, "fonts-dejavu-core")) {
    throw new SetupError(`apt-get could not install ${names.join(" and ")}; its message stands above`);
  }
};

/** @param {"chromium" | "firefox"} kind @param {boolean} snap */
const howToGet = (kind, snap) => {
  const { apt, name, variable } = BROWSERS[kind];
  const otherwise = `or set ${variable} to the program's path`;
  if (process.platform === "linux") {
    if (distribution() === "debian") return `${name}: run "sudo apt-get install ${apt}", ${otherwise}`;
    const why = snap ? " (the snap that is here cannot load a folder as an extension)" : "";
    return kind === "chromium"
      ? `${name}${why}: install the .deb or .rpm from https://www.google.com/chrome, ${otherwise}`
      : `${name}${why}: install it from https://support.mozilla.org/kb/install-firefox-linux, ${otherwise}`;
  }
  const from = kind === "chromium" ? "https://www.google.com/chrome" : "https://www.mozilla.org/firefox";
  return `${name}: install it from ${from}, ${otherwise}`;
};

/**
 * The browsers of this machine; on Debian as root, missing ones are installed.
 * @param {("chromium" | "firefox")[]} kinds
 * @param {"any" | "most" | "all"} need one of them, as many as can be had, or every one
 * @returns {("chromium" | "firefox")[]}
 */
const findBrowsers = (kinds, need) => {
  const there = () => kinds.filter((kind) => findBrowser(kind).path !== undefined);
  let found = there();
  const wanted = need === "any" ? 1 : kinds.length;
  // Ubuntu's packages of the same names only install snaps.
  if (found.length < wanted && process.getuid?.() === 0 && distribution() === "debian") {
    aptInstall(kinds.filter((kind) => !found.includes(kind)));
    found = there();
  }
  if (found.length >= (need === "all" ? kinds.length : 1)) return found;
  const missing = kinds.filter((kind) => !found.includes(kind));
  const lines = missing.map((kind) => `  ${howToGet(kind, findBrowser(kind).snap)}`);
  throw new SetupError(`A browser is missing:\n${lines.join("\n")}`);
};

/**
 * @param {{ browsers: ("chromium" | "firefox")[], need: "any" | "most" | "all" }} wanted
 * @returns {("chromium" | "firefox")[]} the browsers that are there
 */
export const setup = ({ browsers, need }) => {
  checkNode();
  installPackages();
  return findBrowsers(browsers, need);
};

/**
 * Runs a command's main function; what the person can mend is said in a sentence.
 * @param {() => Promise<number>} main gives the exit status
 */
export const runMain = async (main) => {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof SetupError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
};
