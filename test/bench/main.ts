import { writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";

import { ROOT } from "../../src/dev/run.mjs";
import { measureBrowser } from "./browser";
import { measureModel } from "./model";
import { measurePackage } from "./package";
import { measureReader } from "./reader";

const round = (value: unknown): unknown => {
  if (typeof value === "number") return Number(value.toPrecision(4));
  if (Array.isArray(value)) return value.map(round);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, round(each)]));
};

const print = (figures: object, indent = ""): void => {
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value !== "object" || value === null)
      console.log(`${indent}${name.padEnd(36 - indent.length)} ${value}`);
    else {
      console.log(`${indent}${name}`);
      print(value as object, `${indent}  `);
    }
  }
};

const main = async (): Promise<void> => {
  const parts: [string, () => unknown][] = [
    ["package", measurePackage],
    ["reader", measureReader],
    ["model in Node", measureModel],
    ["Chromium", measureBrowser],
  ];
  const figures: Record<string, unknown> = {
    machine: {
      cpu: cpus()[0]?.model.trim() ?? "unknown",
      cores: cpus().length,
      "memory GB": totalmem() / 1e9,
      node: process.versions.node,
      "measured at": new Date().toISOString(),
    },
  };
  for (const [name, measure] of parts) {
    console.error(`measuring: ${name} …`);
    figures[name] = await measure();
  }
  const rounded = round(figures) as object;
  console.log("");
  print(rounded);
  writeFileSync(join(ROOT, "build/bench.json"), `${JSON.stringify(rounded, null, 2)}\n`);
  console.log("\nWritten to build/bench.json");
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
