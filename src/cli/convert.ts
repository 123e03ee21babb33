import { basename } from "node:path";

import { toJson, toUblacklist } from "../core/lists/export";
import { convertList, guessFormat, IMPORT_FORMATS, type ImportFormat } from "../core/lists/import";
import { parseList } from "../core/rules/parse";
import { ACTIONS, type Action } from "../core/vocab/action";
import { command, Failure, UsageError } from "./arguments";
import { readText, writeOut } from "./files";
import type { Io } from "./io";

const FORMATS = Object.entries(IMPORT_FORMATS)
  .map(([name, what]) => `  ${name.padEnd(12)} ${what}`)
  .join("\n");

const HELP = `Usage: winnow convert [--from FORMAT] FILE [--action ACTION] [--site SITE] [--out FILE] [--report FILE]
       winnow convert --to ublacklist|json LIST [--out FILE]

Carry another program's list over into Winnow's language, or a list of Winnow's out of it. What has no
counterpart is named on stderr, line by line, with the reason.

  --from FORMAT     one of those below; without it, the format is told by the file's looks
  --action ACTION   what is done with what the source lists: label (usual), dim, fold, hide
  --site SITE       site to which handles belong that name none, such as x.com
  --to FORMAT       ublacklist or json
  --out FILE        write there instead of standard output
  --report FILE     what was left out, as JSON
  --strict          exit with 1 if anything was left out
  --help            this text

Formats:
${FORMATS}
`;

const MOST_NAMED = 20;

const actionOf = (text: string | undefined): Exclude<Action, "keep"> => {
  const action = ACTIONS.find((known) => known === (text ?? "label"));
  if (!action || action === "keep") throw new UsageError("--action is one of label, dim, fold, hide");
  return action;
};

const formatOf = (given: string | undefined, text: string, file: string): ImportFormat => {
  if (given !== undefined) {
    if (Object.hasOwn(IMPORT_FORMATS, given)) return given as ImportFormat;
    throw new UsageError(`--from is one of ${Object.keys(IMPORT_FORMATS).join(", ")}`);
  }
  const format = guessFormat(text, basename(file));
  if (format === null) throw new Failure(`${file} is in Winnow's language already`);
  return format;
};

const tell = (io: Io, left: readonly { line: number; text: string; why: string }[], count: number): void => {
  for (const { line, text, why } of left.slice(0, MOST_NAMED))
    io.stderr.write(`line ${line}: ${why} ${text}\n`);
  if (count > MOST_NAMED) io.stderr.write(`and ${count - MOST_NAMED} more\n`);
};

const convertOut = async (to: string, text: string, out: string | undefined, io: Io): Promise<number> => {
  const list = parseList(text);
  if (to === "json") await writeOut(out, toJson(list), io);
  else if (to === "ublacklist") {
    const { text: ruleset, left } = toUblacklist(list);
    await writeOut(out, ruleset, io);
    tell(io, left, left.length);
    return left.length;
  } else throw new UsageError("--to is ublacklist or json");
  return 0;
};

export const convertCommand = command(
  "convert",
  HELP,
  1,
  {
    from: { type: "string" },
    to: { type: "string" },
    action: { type: "string" },
    site: { type: "string" },
    out: { type: "string" },
    report: { type: "string" },
    strict: { type: "boolean" },
  },
  async ({ files: [file = ""], text, flag }, io) => {
    const [to, out, site] = [text("to"), text("out"), text("site")];
    const action = actionOf(text("action"));
    const source = await readText(file, io);
    if (to !== undefined) return (await convertOut(to, source, out, io)) > 0 && flag("strict") ? 1 : 0;
    const format = formatOf(text("from"), source, file);
    const made = convertList(source, format, { action, ...(site !== undefined && { site }) });
    await writeOut(out, made.text, io);
    const report = text("report");
    if (report !== undefined)
      await writeOut(report, `${JSON.stringify({ ...made, text: undefined }, null, 2)}\n`, io);
    tell(io, made.left, made.leftCount);
    const notes = Object.entries(made.notes).map(([note, count]) => `; ${count}: ${note}`);
    const summary = `${made.rules} rules, ${made.twice} stood there twice, ${made.leftCount} left out`;
    io.stderr.write(`${file} (${IMPORT_FORMATS[format]}): ${summary}${notes.join("")}\n`);
    return made.leftCount > 0 && flag("strict") ? 1 : 0;
  },
);
