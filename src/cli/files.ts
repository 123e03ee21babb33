import { readFile, stat, writeFile } from "node:fs/promises";

import { Failure } from "./arguments";
import type { Io } from "./io";

/** Far more than any list or set of posts; beyond it a text would not fit into one string. */
const MAX_BYTES = 400_000_000;

const readStream = async (stream: NodeJS.ReadableStream): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    const chunk = Buffer.from(piece as Uint8Array);
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Failure(`the input is larger than ${MAX_BYTES / 1e6} MB`);
    pieces.push(chunk);
  }
  return Buffer.concat(pieces);
};

/**
 * A file's text, or that of standard input for `-`.
 * @throws Failure with a sentence, also if it is not UTF-8
 */
export const readText = async (file: string, { stdin }: Io): Promise<string> => {
  let bytes: Uint8Array;
  try {
    if (file === "-") {
      if (!stdin) throw new Failure("there is no standard input");
      bytes = await readStream(stdin);
    } else {
      const { size } = await stat(file);
      if (size > MAX_BYTES) throw new Failure(`${file} is larger than ${MAX_BYTES / 1e6} MB`);
      bytes = await readFile(file);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(code === "ENOENT" ? `there is no file ${file}` : `cannot read ${file}: ${message}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${file} is not UTF-8 text`);
  }
};

/** Write a file; with `fresh`, only if there is none of this name. */
export const writeText = async (
  file: string,
  text: string,
  { fresh = false, mode = 0o644 } = {},
): Promise<void> => {
  try {
    await writeFile(file, text, { flag: fresh ? "wx" : "w", mode });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(
      code === "EEXIST" ? `${file} is there already and was not touched` : `cannot write ${file}: ${message}`,
    );
  }
};

/** To a file, or to standard output where none is named. */
export const writeOut = async (file: string | undefined, text: string, io: Io): Promise<void> => {
  if (file === undefined) io.stdout.write(text);
  else await writeText(file, text);
};
