import { findings, type Finding } from "./findings";
import { command } from "./arguments";
import { readText } from "./files";
import { localBundle } from "./local-bundle";

const HELP = `Usage: winnow lint LIST [--json] [--key KEY] [--allow-warnings]

Check a list as strictly as its author would want it. Winnow itself is lenient: it leaves a line with a
problem out and uses the rest.

  --json             one JSON object on standard output instead of lines
  --key KEY          the list must be signed with this key (ed25519:…)
  --allow-warnings   exit with 0 although there are warnings
  --help             this text

LIST may be - for standard input. What the list includes by relative names is read from beside it;
nothing is downloaded.

Levels: an error is a line (or a list) that Winnow would leave out; a warning is a line that hardly does
what was meant; advice is what a reader of the list would like to know.
Exit code: 0 without errors and warnings, 1 with, 2 for wrong arguments.
`;

const MOST_LINES = 200;

const shown = (file: string, { level, line, from, message, hint }: Finding): string =>
  `${file}:${line}:${from + 1}: ${level}: ${message}${hint === undefined ? "" : ` ${hint}`}\n`;

export const lintCommand = command(
  "lint",
  HELP,
  1,
  { json: { type: "boolean" }, key: { type: "string" }, "allow-warnings": { type: "boolean" } },
  async ({ files: [file = ""], text, flag }, io) => {
    const main = await readText(file, io);
    const report = await findings(main, await localBundle(file, main), { key: text("key"), now: Date.now() });
    const { all, rules } = report;
    const count = (level: Finding["level"]): number => all.filter((each) => each.level === level).length;
    const [errors, warnings] = [count("error"), count("warning")];
    if (flag("json")) {
      io.stdout.write(
        `${JSON.stringify({ file, errors, warnings, ...report, all: undefined, findings: all }, null, 2)}\n`,
      );
    } else {
      const where = errors + warnings > 0 ? io.stderr : io.stdout;
      where.write(
        all
          .slice(0, MOST_LINES)
          .map((each) => shown(file, each))
          .join(""),
      );
      if (all.length > MOST_LINES) where.write(`${file}: and ${all.length - MOST_LINES} more\n`);
      const many = (n: number, word: string): string =>
        `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;
      where.write(
        `${file}: ${many(rules, "rule")}, ${many(errors, "error")}, ${many(warnings, "warning")}\n`,
      );
    }
    return errors > 0 || (warnings > 0 && !flag("allow-warnings")) ? 1 : 0;
  },
);
