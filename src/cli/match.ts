import * as v from "valibot";

import { mergeList } from "../core/lists/merge";
import { compileRules } from "../core/rules/compile";
import { judge } from "../core/judge/judge";
import { parseAsks } from "../core/rules/asks";
import { SITES, siteForUrl } from "../core/sites";
import { describeIssue } from "../core/vocab/issues";
import { type Post, PostSchema } from "../core/vocab/post";
import { type Grant, newGrant } from "../core/vocab/rule-list";
import type { Signal } from "../core/vocab/signal";
import { command, Failure, UsageError } from "./arguments";
import { readText } from "./files";
import { localBundle } from "./local-bundle";

const HELP = `Usage: winnow match LIST POSTS.jsonl [--grant WORDS | --own] [--all] [--strict]

Say what a list does with posts. POSTS.jsonl has one post a line, as "winnow read" prints them; a field "ai"
(a percentile, 0 to 100, as "winnow score" adds it) counts as the model's. Either file may be -.

For each post one JSON line: {"line", "post", "action", "causes"}; a cause names the rule, its line and why
it does or does not count.

  --grant WORDS   what the list may do, as in "! asks:", such as "label fold hide regex ai"
                  (without it: what a new subscription may do, label and fold)
  --own           as if the rules were the user's own: they may do everything
  --all           also print posts to which nothing is done
  --strict        stop at a line that is no post (otherwise it is named on stderr and left out)
  --help          this text

Exit code: 0, also if nothing matches; 1 if a file cannot be read; 2 for wrong arguments.
`;

const siteNames = (nameOrHost: string): string | undefined =>
  (SITES.find(({ id }) => id === nameOrHost) ?? siteForUrl(`https://${nameOrHost}/`))?.id;

const grantOf = (own: boolean, words: string | undefined): Grant | "own" => {
  if (own) return "own";
  if (words === undefined) return newGrant();
  const { grant, unknown } = parseAsks(words);
  if (unknown.length > 0) throw new UsageError(`--grant does not know ${JSON.stringify(unknown[0])}`);
  return grant;
};

/** What a post may leave out when it is written by hand. */
const DEFAULTS = { site: "x", surface: "other", text: "", is: [], media: [], links: [] };

type Line = { post: Post; signals: Signal[] } | { problem: string };

const readPost = (text: string, number: number): Line => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { problem: "it is not JSON" };
  }
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return { problem: "it is not a post" };
  const parsed = v.safeParse(PostSchema, { ...DEFAULTS, id: `line-${number}`, ...raw });
  if (!parsed.success) return { problem: describeIssue(parsed.issues[0]) };
  const { ai } = raw as { ai?: unknown };
  return { post: parsed.output, signals: typeof ai === "number" ? [{ detector: "text", ai }] : [] };
};

export const matchCommand = command(
  "match",
  HELP,
  2,
  {
    grant: { type: "string" },
    own: { type: "boolean" },
    all: { type: "boolean" },
    strict: { type: "boolean" },
  },
  async ({ files: [file = "", posts = ""], text, flag }, io) => {
    const grant = grantOf(flag("own"), text("grant"));
    const main = await readText(file, io);
    const { list } = mergeList(await localBundle(file, main));
    const name = list.header.title ?? file;
    const now = Date.now();
    const rules = compileRules([{ list: { id: "list", name, rules: list.rules }, grant }], {
      siteNames,
      now,
    });
    const policy = { strictness: 100, flagged: "keep", declared: "keep" } as const;
    const out: string[] = [];
    for (const [at, line] of (await readText(posts, io)).split("\n").entries()) {
      if (line.trim() === "") continue;
      const read = readPost(line, at + 1);
      if ("problem" in read) {
        const sentence = `${posts}:${at + 1}: ${read.problem}`;
        if (flag("strict")) throw new Failure(sentence);
        io.stderr.write(`winnow match: ${sentence}\n`);
        continue;
      }
      const verdict = judge(read.post, read.signals, rules, policy, { facts: { now } });
      const { action } = verdict;
      // What the model and the site say by themselves is not the list's doing.
      const causes = verdict.causes.filter(({ kind }) => kind !== "text" && kind !== "declared");
      if (action === "keep" && causes.length === 0 && !flag("all")) continue;
      out.push(JSON.stringify({ line: at + 1, post: read.post.id, action, causes }));
      if (out.length >= 1_000) io.stdout.write(`${out.splice(0).join("\n")}\n`);
    }
    if (out.length > 0) io.stdout.write(`${out.join("\n")}\n`);
    return 0;
  },
);
