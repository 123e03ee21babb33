import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

import { createClassifier, type Reading } from "../ml/classifier";
import { loadFromDisk } from "../ml/load-node";
import type { Io } from "./io";

const HELP = `winnow score FILE.jsonl      (FILE may be - for standard input)

Adds to each line that has a "text": score (the model's raw output), ai (0-100: more machine-like than that share of human
posts of its length and language, or null) and why it is null ("too-short", "language"). Other fields and the order of lines
are kept. A line's "lang", if there, is taken as a hint. Lines without a text are passed on as they are.
`;

/** Lines read before they are scored together: large enough for full batches, small enough to show progress. */
const CHUNK = 512;

type Line = Record<string, unknown>;

interface Input {
  readonly lines: AsyncIterable<string>;
  readonly close: () => void;
}

function open(file: string, io: Io): Input {
  const input: NodeJS.ReadableStream =
    file === "-" ? (io.stdin ?? process.stdin) : createReadStream(file, "utf8");
  const lines = createInterface({ input, crlfDelay: Infinity });
  // readline drops its input's errors when it is iterated: hand them on.
  let failure: Error | undefined;
  input.on("error", (error: Error) => {
    failure = error;
    lines.close();
  });
  async function* all(): AsyncGenerator<string> {
    yield* lines;
    if (failure) throw failure;
  }
  return {
    lines: all(),
    close: () => {
      lines.close();
    },
  };
}

/** The line's object, or null if it is none. */
function parse(line: string): Line | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Line) : null;
  } catch {
    return null;
  }
}

const withReading = (line: Line, reading: Reading): Line => ({
  ...line,
  score: reading.score,
  ai: reading.ai,
  why: reading.why ?? null,
});

/** `winnow score FILE`: readings for the lines of a JSONL file. 0: all lines were objects; 1: some were not, or nothing could be read. */
export async function scoreCommand(args: string[], io: Io): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    io.stdout.write(HELP);
    return 0;
  }
  const [file] = args;
  if (file === undefined || args.length > 1 || (file.startsWith("-") && file !== "-")) {
    io.stderr.write(HELP);
    return 2;
  }
  const classifier = createClassifier({ load: () => loadFromDisk() });
  const input = open(file, io);
  let number = 0;
  let bad = 0;
  let chunk: { line: Line; raw: string }[] = [];

  async function flush(): Promise<void> {
    const texts = chunk.flatMap(({ line }) => {
      const { text, lang } = line;
      return typeof text === "string" ? [{ text, lang: typeof lang === "string" ? lang : undefined }] : [];
    });
    const readings = (await classifier.classify(texts))[Symbol.iterator]();
    let out = "";
    for (const { line, raw } of chunk) {
      const reading = typeof line["text"] === "string" ? readings.next().value : undefined;
      out += `${reading === undefined ? raw : JSON.stringify(withReading(line, reading))}\n`;
    }
    chunk = [];
    io.stdout.write(out);
    io.stderr.write(io.stderr.isTTY === true ? `\r${String(number)} lines` : `${String(number)} lines\n`);
  }

  try {
    for await (const raw of input.lines) {
      number += 1;
      if (raw.trim() === "") continue;
      const line = parse(number === 1 ? raw.replace(/^\ufeff/, "") : raw);
      if (line === null) {
        bad += 1;
        io.stderr.write(`line ${String(number)} is not a JSON object\n`);
        continue;
      }
      chunk.push({ line, raw });
      if (chunk.length === CHUNK) await flush();
    }
    if (chunk.length > 0) await flush();
    if (io.stderr.isTTY === true) io.stderr.write("\n");
    return bad > 0 ? 1 : 0;
  } catch (error) {
    io.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    input.close();
    await classifier.dispose();
  }
}
