import { changesOf, differenceOf } from "../core/lists/difference";
import { judgeUpdate } from "../core/lists/judge-update";
import { mergeList, sideOf } from "../core/lists/merge";
import { verifyList } from "../core/lists/signature";
import type { Rule } from "../core/vocab/rule";
import { command } from "./arguments";
import { readText } from "./files";
import { localBundle } from "./local-bundle";

const HELP = `Usage: winnow diff OLD NEW [--json] [--exit-code]

Say how two copies of a list differ: rules that came, went or have another note, and the header. The order
of lines, spaces and comments do not count. The last line says what Winnow would do with the new copy where
the old one is followed: use it at once, let it wait for a look, or refuse it, and why.

  --json        one JSON object
  --exit-code   exit with 1 if they differ
  --help        this text
`;

const copyOf = async (file: string, text: string) => ({
  merged: mergeList(await localBundle(file, text)),
  signature: await verifyList(text),
});

const lines = (sign: string, rules: readonly Rule[]): string[] =>
  rules.map(({ line, text }) => `${sign} ${String(line).padStart(6)}  ${text}`);

export const diffCommand = command(
  "diff",
  HELP,
  2,
  { json: { type: "boolean" }, "exit-code": { type: "boolean" } },
  async ({ files: [old = "", now = ""], flag }, io) => {
    const [before, after] = await Promise.all([
      readText(old, io).then((text) => copyOf(old, text)),
      readText(now, io).then((text) => copyOf(now, text)),
    ]);
    const changes = changesOf(before.merged.list.rules, after.merged.list.rules);
    const { header, counts } = differenceOf(sideOf(before.merged), sideOf(after.merged), changes);
    const key = before.signature.state === "valid" ? before.signature.key : undefined;
    const followers = judgeUpdate(before, after, { key, follows: () => false, newHosts: [] }, changes);
    const differ = header.length + counts.added + counts.removed + counts.noted > 0;
    if (flag("json")) {
      const plain = (rules: readonly Rule[]) => rules.map(({ line, text }) => ({ line, text }));
      const noted = changes.noted.map(({ before: from, after: to }) => ({
        line: to.line,
        from: from.text,
        to: to.text,
      }));
      const all = {
        counts,
        header,
        added: plain(changes.added),
        removed: plain(changes.removed),
        noted,
        followers,
      };
      io.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    } else {
      const text = [
        ...header.map(({ field, from, to }) => `! ${field}: ${from || "(nothing)"} -> ${to || "(nothing)"}`),
        ...lines("-", changes.removed),
        ...lines("+", changes.added),
        ...lines(
          "~",
          changes.noted.map(({ after: rule }) => rule),
        ),
        `${counts.before} rules before, ${counts.after} now: ${counts.added} added, ${counts.removed} removed, ${counts.noted} with another note`,
        followers.use === "apply"
          ? "Followers: used at once."
          : followers.use === "wait"
            ? `Followers: waits for a look. ${followers.reasons.map(({ message }) => message).join(" ")}`
            : `Followers: refused. ${followers.message}`,
      ];
      io.stdout.write(`${text.join("\n")}\n`);
    }
    return flag("exit-code") && differ ? 1 : 0;
  },
);
