import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { alias, manifest } from "../../plasmo.config";

const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));

/** package.json as it must be, given plasmo.config.ts. */
export const packageWithManifest = (): { is: string; must: string } => {
  const is = readFileSync(PACKAGE, "utf8");
  const must = `${JSON.stringify({ ...JSON.parse(is), alias, manifest }, null, 2)}\n`;
  return { is, must };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { is, must } = packageWithManifest();
  if (is !== must) {
    writeFileSync(PACKAGE, must);
    console.log("package.json: manifest written from plasmo.config.ts");
  }
}
