import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

import ts from "typescript";

import { ROOT } from "./files";

export interface Import {
  readonly file: string;
  /** A path from the root for our own files, otherwise the package as it is written. */
  readonly target: string;
  readonly own: boolean;
}

const ENDINGS = ["", ".ts", ".tsx", ".mts", ".d.mts", "/index.ts", "/index.tsx"];

const resolveOwn = (file: string, written: string): string => {
  const path = posix.join(dirname(file), written);
  const found = ENDINGS.map((ending) => path + ending).find(
    (each) => /\.\w+$/.test(each) && existsSync(join(ROOT, each)),
  );
  return found ?? path;
};

/** Every import, export-from and dynamic import of these files, types included. */
export const importsOf = (files: readonly string[]): Import[] =>
  files.flatMap((file) =>
    ts
      .preProcessFile(readFileSync(join(ROOT, file), "utf8"), true, true)
      .importedFiles.map(({ fileName: raw }) => {
        const name = raw.replace(/^(url|data-text|data-base64|raw):/, ""); // Plasmo's schemes
        const own = name.startsWith(".") || name.startsWith("~");
        return { file, target: own ? resolveOwn(file, name.replace(/^~\/?/, "./")) : name, own };
      }),
  );

/** The room that a file stands in: "core/rules", "page", …; "entry" for Plasmo's entry points. */
export const roomOf = (file: string): string => {
  const [top = "", room = "", next = ""] = file.split("/");
  if (top !== "src") return top;
  if (room === "core") return next.includes(".") ? "core" : `core/${next}`;
  return room.includes(".") || room === "contents" || room === "tabs" ? "entry" : room;
};
