import { readdirSync, readFileSync } from "node:fs";

import type { Driver } from "../../src/dev/browsers/driver";

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // a process that ended meanwhile
  }
};

/**
 * Memory of the process in which all of the extension's own pages and workers run, as Linux counts it:
 * `private` is its alone, `proportional` adds its share of what it has in common with other processes.
 */
export const extensionMemory = (driver: Driver): object => {
  if (process.platform !== "linux") return { note: "measured on Linux only" };
  const parent = driver.browser.process()?.pid;
  const profile =
    read(`/proc/${parent}/cmdline`)
      .split("\0")
      .find((part) => part.startsWith("--user-data-dir=")) ?? "";
  const ours = readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    const line = read(`/proc/${pid}/cmdline`);
    return (
      line.includes("--extension-process") && line.includes("--type=renderer") && isOf(pid, parent, profile)
    );
  });
  const sum = { private: 0, proportional: 0 };
  for (const pid of ours) {
    const rollup = read(`/proc/${pid}/smaps_rollup`);
    const kB = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(rollup)?.[1] ?? 0);
    sum.private += kB("Private_Clean") + kB("Private_Dirty");
    sum.proportional += kB("Pss");
  }
  return {
    "processes of the extension": ours.length,
    "private MB": sum.private / 1000,
    "proportional MB": sum.proportional / 1000,
  };
};

/** Whether a process descends from the browser; the launcher may have started it through others. */
const isOf = (pid: string, ancestor: number | undefined, profile: string): boolean => {
  for (let at = pid, steps = 0; steps < 10 && at !== "0" && at !== ""; steps += 1) {
    if (at === String(ancestor)) return true;
    if (profile !== "" && read(`/proc/${at}/cmdline`).includes(profile)) return true;
    at = /^PPid:\s+(\d+)/m.exec(read(`/proc/${at}/status`))?.[1] ?? "";
  }
  return false;
};
