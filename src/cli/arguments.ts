import { parseArgs, type ParseArgsConfig } from "node:util";

import type { Command, Io } from "./io";

type Options = NonNullable<ParseArgsConfig["options"]>;

export interface Given {
  files: string[];
  text: (name: string) => string | undefined;
  flag: (name: string) => boolean;
}

/** Something that the user can mend: one sentence on stderr, exit code 2. */
export class UsageError extends Error {}

/** Something that cannot be done: one sentence on stderr, exit code 1. */
export class Failure extends Error {}

/**
 * A command with its arguments read: `--help` prints `help`, a wrong argument is one sentence on stderr.
 * @param files how many file names it wants
 */
export const command =
  (
    name: string,
    help: string,
    files: number,
    options: Options,
    run: (given: Given, io: Io) => Promise<number>,
  ): Command =>
  async (args, io) => {
    const fail = (message: string, code: number): number => {
      io.stderr.write(`winnow ${name}: ${message}\n`);
      return code;
    };
    try {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { ...options, help: { type: "boolean", short: "h" } },
      });
      const all = values as Record<string, string | boolean | undefined>;
      if (all["help"] === true) {
        io.stdout.write(help);
        return 0;
      }
      if (positionals.length !== files) {
        const wanted = files === 0 ? "no file" : files === 1 ? "one file" : `${files} files`;
        throw new UsageError(`it wants ${wanted}, not ${positionals.length} (--help tells more)`);
      }
      const text = (option: string): string | undefined => {
        const value = all[option];
        return typeof value === "string" ? value : undefined;
      };
      return await run({ files: positionals, text, flag: (option) => all[option] === true }, io);
    } catch (error) {
      const { message } = error as Error;
      const usage =
        error instanceof UsageError || (error as { code?: string }).code?.startsWith("ERR_PARSE_ARGS");
      return fail(message, usage ? 2 : 1);
    }
  };
