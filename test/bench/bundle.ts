import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

import ts from "typescript";

/*
 * Enough of a bundler to run some of our own modules in a bare page: each becomes a function. The
 * extension itself is built by Plasmo; this is for measuring a part alone.
 */

const ownFile = (base: string): string => {
  const found = [`${base}.ts`, `${base}/index.ts`].find((each) => ts.sys.fileExists(each));
  if (found === undefined) throw new Error(`there is no ${base}`);
  return found;
};

const load = (file: string, into: Map<string, string>): void => {
  if (into.has(file)) return;
  into.set(file, ""); // circles end here
  const source = readFileSync(file, "utf8");
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: false,
    },
  });
  const linked = outputText.replace(/\brequire\("([^"]+)"\)/g, (_match, path: string) => {
    const target = path.startsWith(".")
      ? ownFile(resolve(file, "..", path))
      : createRequire(file).resolve(path);
    load(target, into);
    return `require(${JSON.stringify(target)})`;
  });
  into.set(file, linked);
};

/** A script that puts what `entry` exports on the global object under `name`. */
export const bundle = (entry: string, name: string): string => {
  const modules = new Map<string, string>();
  load(entry, modules);
  const table = [...modules].map(
    ([file, code]) => `${JSON.stringify(file)}: (exports, require) => {\n${code}\n}`,
  );
  return `(() => {
    const table = { ${table.join(",\n")} };
    const made = {};
    const require = (file) => {
      if (!made[file]) table[file]((made[file] = {}), require);
      return made[file];
    };
    globalThis[${JSON.stringify(name)}] = require(${JSON.stringify(entry)});
  })();`;
};
