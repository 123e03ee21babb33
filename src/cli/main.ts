import type { Command, Io } from "./io";
import { LIST_COMMANDS } from "./list-commands";

interface Entry {
  usage: string;
  what: string;
  /** Loaded when it is called, so that `--help` does not wait for a model or a DOM. */
  load: () => Promise<Command>;
}

const COMMANDS: Readonly<Record<string, Entry>> = {
  read: {
    usage: "winnow read FILE.html --url URL",
    what: "print the posts that the reader finds in a saved page, one JSON object a line",
    load: async () => (await import("./read")).readCommand,
  },
  score: {
    usage: "winnow score FILE.jsonl",
    what: "add the classifier's score and percentile to each line that has a text",
    load: async () => (await import("./score")).scoreCommand,
  },
  ...LIST_COMMANDS,
};

const HELP = `Winnow on the command line: the same core and the same model as in the browser.

${Object.values(COMMANDS)
  .map(({ usage, what }) => `  ${usage}\n      ${what}`)
  .join("\n")}

  winnow COMMAND --help
      says more of one command
`;

/** Run one command. Errors go to stderr, with an exit code that is not zero. */
export const main = async (args: string[], io: Io): Promise<number> => {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? io.stderr : io.stdout).write(HELP);
    return name === undefined ? 2 : 0;
  }
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!entry) {
    io.stderr.write(`winnow: there is no command ${name}.\n\n${HELP}`);
    return 2;
  }
  try {
    return await (
      await entry.load()
    )(rest, io);
  } catch (error) {
    io.stderr.write(`winnow ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};
