import { keyOf } from "../core/lists/identity";
import { MAX_LIST_BYTES } from "../core/lists/limits";
import { type Bundle, mergeList } from "../core/lists/merge";
import { verifyList } from "../core/lists/signature";
import { notAList } from "../core/lists/text";
import { usesOf, type Uses } from "../core/lists/uses";
import type { Problem } from "../core/vocab/rule";
import type { Header } from "../core/vocab/rule-list";
import { includeProblem, shownAddress } from "./local-bundle";

export interface Finding extends Problem {
  level: "error" | "warning" | "advice";
}

export interface Findings {
  rules: number;
  header: Header;
  uses: Uses;
  signature: "unsigned" | "valid" | "unsupported" | "bad";
  /** Lists that it includes. */
  includes: string[];
  all: Finding[];
}

const at = (line: number, level: Finding["level"], message: string, hint?: string): Finding => ({
  level,
  line,
  from: 0,
  to: 0,
  message,
  ...(hint !== undefined && { hint }),
});

const headerFindings = ({ title, updated, license, homepage, expires }: Header, now: number): Finding[] => {
  const found: Finding[] = [];
  if (title === undefined)
    found.push(at(1, "advice", "The list has no title.", "Such as ! title: Reply bots."));
  if (updated === undefined)
    found.push(
      at(
        1,
        "advice",
        "The list does not say when it was updated.",
        "Without it, an older copy is not told from a newer one.",
      ),
    );
  else if (Date.parse(updated) > now + 86_400_000)
    found.push(
      at(
        1,
        "warning",
        `updated: lies in the future (${updated}).`,
        "Copies with today's date would be refused as older.",
      ),
    );
  if (license === undefined)
    found.push(
      at(
        1,
        "advice",
        "The list has no license.",
        "Without one, others may not know whether they may build on it.",
      ),
    );
  if (homepage === undefined)
    found.push(
      at(
        1,
        "advice",
        "The list has no homepage.",
        "People who are named in it should find out where to ask.",
      ),
    );
  if (expires !== undefined && expires < 4)
    found.push(at(1, "warning", `expires: is ${expires} hours; nobody looks more often than every 4.`));
  return found;
};

/** Everything that is wrong or doubtful in a list. */
export const findings = async (
  text: string,
  bundle: Bundle,
  { key, now }: { key?: string | undefined; now: number },
): Promise<Findings> => {
  const all: Finding[] = [];
  const whole = notAList(text);
  if (whole !== null) all.push(at(1, "error", whole));
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_LIST_BYTES)
    all.push(
      at(1, "error", `It is larger than ${MAX_LIST_BYTES / 1e6} MB, which is the most that Winnow takes.`),
    );
  const { own, list, notes, idle, missing } = mergeList(bundle);
  all.push(...own.problems.map((problem): Finding => ({ ...problem, level: "error" })));
  all.push(...own.warnings.map((problem): Finding => ({ ...problem, level: "warning" })));
  all.push(...headerFindings(own.header, now));

  const seen = new Map<string, number>();
  for (const rule of own.rules) {
    const same = keyOf(rule);
    const first = seen.get(same);
    if (first !== undefined) all.push(at(rule.line, "warning", `This rule stands on line ${first} already.`));
    else seen.set(same, rule.line);
    const until = rule.note?.until;
    if (until !== undefined && Date.parse(`${until}T23:59:59Z`) < now)
      all.push(at(rule.line, "warning", `This rule acted until ${until} and does nothing any more.`));
  }
  for (const include of own.includes) {
    const problem = includeProblem(include.url);
    if (problem !== null) all.push(at(include.line, "error", problem));
  }
  for (const removal of own.removals) {
    const unknown = missing.length > 0;
    if (idle.some(({ line }) => line === removal.line) && !unknown)
      all.push(at(removal.line, "warning", "What is included has no such rule (any more)."));
  }
  all.push(...notes.map((note) => at(1, "warning", note)));
  if (own.rules.length === 0 && own.includes.length === 0 && whole === null)
    all.push(at(1, "error", "The list has no rule."));

  const signature = await verifyList(text);
  if (signature.state === "bad") all.push(at(1, "error", signature.problem));
  if (key !== undefined && (signature.state !== "valid" || signature.key !== key))
    all.push(at(1, "error", `It is not signed with the key ${key}.`));
  all.sort((a, b) => a.line - b.line || a.from - b.from);
  return {
    rules: list.rules.length,
    header: own.header,
    uses: usesOf(list.rules),
    signature: signature.state,
    includes: own.includes.map(({ url }) => shownAddress(url)),
    all,
  };
};
