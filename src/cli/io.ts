/** Where a command reads from and writes to; tests hand in their own. */
export interface Io {
  stdout: { write: (text: string) => unknown };
  stderr: { write: (text: string) => unknown; isTTY?: boolean };
  stdin?: NodeJS.ReadableStream;
}

/** A command: its arguments without its name, and the exit code that it ends with. */
export type Command = (args: string[], io: Io) => Promise<number>;
