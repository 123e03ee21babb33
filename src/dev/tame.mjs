import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/*
 * Two libraries carry a door that we never open: Preact can set a string as markup
 * (dangerouslySetInnerHTML), and ONNX Runtime can import code by an address (its threaded variant). Walled up
 * in the package, so that neither a mistake of ours nor an attacker finds them; Firefox's linter warns of both.
 */
const DOORS = [
  { door: /\b([\w$]+)\.innerHTML=([\w$]+)\.__html\b/g, wall: "$1.textContent=$2.__html" },
  {
    door: /\(await import\(([\w$]+)\)\)\.default/g,
    wall: 'await Promise.reject(Error("Winnow loads no code: "+$1))',
  },
];

/** @param {string} folder a build */
export const tameScripts = (folder) => {
  const scripts = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".js"),
  );
  for (const path of scripts) {
    const file = join(folder, path);
    const before = readFileSync(file, "utf8");
    const after = DOORS.reduce((text, { door, wall }) => text.replace(door, wall), before);
    if (after !== before) writeFileSync(file, after);
  }
};
