import type { Problem } from "../vocab/rule";
import type { ParsedList } from "../vocab/rule-list";
import { bad, type Complaint, good, type Read } from "./complaint";
import { readHeader } from "./header";
import { MAX_LINES, MAX_PROBLEMS, MAX_REGEXES } from "./limits";
import { parseLine } from "./line";

/** Gathers what is wrong, up to a limit: a text of a million bad lines is not answered at the same length. */
class Findings {
  readonly all: Problem[] = [];

  add(line: number, { from, to, message, hint }: Complaint): void {
    if (this.all.length >= MAX_PROBLEMS) return;
    const last = this.all.length === MAX_PROBLEMS - 1;
    const said = typeof hint === "function" ? hint() : hint;
    this.all.push({
      line,
      from,
      to,
      message: last ? `${message} There is more of this kind below that is not listed.` : message,
      ...(said !== undefined && { hint: said }),
    });
  }
}

/** An https address, or a path relative to the list's own address. */
const readInclude = (address: string): Read<string> => {
  if (address === "")
    return bad("include: has no address.", "Such as include: https://example.org/list.txt.");
  if (/^https:\/\/[^\s/"<>\\]+[^\s"<>\\]*$/i.test(address)) return good(address);
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("//"))
    return bad("Only lists at https:// addresses can be included.");
  return /^[^\s"<>\\:]+$/.test(address)
    ? good(address)
    : bad("This is not an address.", "Such as include: https://example.org/list.txt.");
};

/**
 * Parse a list: headers, includes, rules, comments. Tolerant: a line with a problem is left out and
 * named, its neighbours stand. Never throws; time and memory are linear in the text.
 */
export const parseList = (text: string): ParsedList => {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const parsed: ParsedList = { header: {}, rules: [], includes: [], lines, problems: [], warnings: [] };
  const problems = new Findings();
  const warnings = new Findings();
  const budget = { regexes: MAX_REGEXES };
  let above = true;
  const end = Math.min(lines.length, MAX_LINES);
  for (let number = 1; number <= end; number += 1) {
    const line = lines[number - 1] ?? "";
    const read = parseLine(line, number, budget);
    if (read.kind === "rule") {
      above = false;
      parsed.rules.push(read.rule);
      for (const warning of read.warnings) warnings.add(number, warning);
    } else if (read.kind === "wrong") {
      above = false;
      for (const complaint of read.complaints) problems.add(number, complaint);
    } else if (read.kind === "comment") {
      const complaint = readHeader(parsed.header, line, above);
      if (complaint) warnings.add(number, complaint);
    } else if (read.kind === "include") {
      const { from, to } = read;
      const include = readInclude(read.address);
      if (include.ok) parsed.includes.push({ url: include.value, line: number });
      else
        problems.add(number, { from, to: Math.max(from, to), message: include.message, hint: include.hint });
    }
  }
  if (lines.length > MAX_LINES) {
    problems.all.push({
      line: MAX_LINES + 1,
      from: 0,
      to: 0,
      message: `Lines beyond ${MAX_LINES} are left out.`,
    });
  }
  parsed.problems = problems.all;
  parsed.warnings = warnings.all;
  return parsed;
};

/** Parse the user's own rules: a list that is not shared, and follows other lists by subscribing to them. */
export const parseRules = (text: string): ParsedList => {
  const parsed = parseList(text);
  const includes = parsed.includes.map(({ line }): Problem => ({
    line,
    from: 0,
    to: parsed.lines[line - 1]?.length ?? 0,
    message: "include: works in lists, not among your own rules.",
    hint: "Subscribe to that list instead.",
  }));
  if (includes.length === 0) return parsed;
  const problems = [...parsed.problems, ...includes].sort((a, b) => a.line - b.line);
  return { ...parsed, includes: [], problems };
};
