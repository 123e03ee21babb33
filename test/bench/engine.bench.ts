/**
 * Speed of the rule engine against others at their own jobs, on the same generated work in one run:
 *
 *     node --expose-gc --import tsx test/bench/engine.bench.ts
 *
 * Figures are to be read; nothing is asserted but that the matches agree.
 */
import { FiltersEngine, Request } from "@ghostery/adblocker";
import AhoCorasick from "modern-ahocorasick";
import FastAhoCorasick from "modern-ahocorasick/fast";

import { fold } from "../../src/core/match/fold";
import { regexText } from "../../src/core/match/regex";
import { compileRules } from "../../src/core/rules/compile";
import { parseList } from "../../src/core/rules/parse";
import type { RuleSet } from "../../src/core/rules/rule-set";
import { viewOf } from "../../src/core/rules/view";
import type { Post } from "../../src/core/vocab/post";
import { linesOf, makeWork } from "./engine-work";

const siteNames = (name: string): string | undefined => (name === "x" || name === "x.com" ? "x" : undefined);

const collect = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

interface Made<T> {
  made: T;
  ms: number;
  /** MiB that the result holds. */
  mib: number;
}

/** Make something four times: the fastest time counts, and what is freed when the third is let go. */
const make = <T>(work: () => T): Made<T> => {
  let ms = Infinity;
  let held = 0;
  for (let turn = 0; turn < 3; turn += 1) {
    let made: T | undefined;
    const start = performance.now();
    made = work();
    ms = Math.min(ms, performance.now() - start);
    if (turn < 2) continue;
    const before = collect();
    if (made === undefined) throw new Error("nothing was made");
    made = undefined;
    held = before - collect();
  }
  return { made: work(), ms, mib: held / 2 ** 20 };
};

interface Run {
  matches: number;
  /** µs a post: the first pass on the whole, then the middle and the slow end of single posts once warm. */
  first: number;
  mean: number;
  median: number;
  p99: number;
}

const run = (posts: readonly Post[], match: (post: Post) => number): Run => {
  const passes: Float64Array[] = [];
  let matches = 0;
  let first = 0;
  for (let pass = 0; pass < 3; pass += 1) {
    const took = new Float64Array(posts.length);
    matches = 0;
    posts.forEach((post, i) => {
      const start = performance.now();
      matches += match(post);
      took[i] = (performance.now() - start) * 1_000;
    });
    if (pass === 0) first = took.reduce((sum, us) => sum + us, 0) / posts.length;
    else passes.push(took);
  }
  const best = Float64Array.from(passes[0]!, (us, i) => Math.min(us, passes[1]![i]!));
  const mean = best.reduce((sum, us) => sum + us, 0) / posts.length;
  best.sort();
  return {
    matches,
    first,
    mean,
    median: best[posts.length >> 1]!,
    p99: best[Math.floor(posts.length * 0.99)]!,
  };
};

const report: Record<string, Record<string, string | number>> = {};
const round = (n: number): number => Number(n.toPrecision(3));

const note = (name: string, parse: number, compile: Made<unknown>, done: Run): void => {
  report[name] = {
    "parse ms": round(parse),
    "compile ms": round(compile.ms),
    MiB: round(compile.mib),
    "first µs": round(done.first),
    "mean µs": round(done.mean),
    "median µs": round(done.median),
    "p99 µs": round(done.p99),
    matches: done.matches,
  };
};

/** Parsed and compiled as the extension does it; of the parsed rules nothing is kept. */
const ours = (name: string, lines: readonly string[], posts: readonly Post[]): Run => {
  const text = lines.join("\n");
  const parsing = make(() => parseList(text));
  const { rules } = parsing.made;
  if (rules.length !== lines.length) throw new Error(`${name}: ${JSON.stringify(parsing.made.problems[0])}`);
  const compiling: Made<RuleSet> = make(() =>
    compileRules([{ list: { id: "mine", name: "", rules }, grant: "own" }], { siteNames }),
  );
  const done = run(posts, (post) => compiling.made.match(viewOf(post, {})).length);
  note(name, parsing.ms, compiling, done);
  return done;
};

const ratios: string[] = [];
const compare = (what: string, mine: Run, theirs: Run): void => {
  if (mine.matches !== theirs.matches)
    console.log(`! ${what}: ${mine.matches} matches here, ${theirs.matches} there`);
  ratios.push(
    `${what}: theirs / ours  mean ${round(theirs.mean / mine.mean)}  median ${round(theirs.median / mine.median)}  p99 ${round(theirs.p99 / mine.p99)}`,
  );
};

const FULL = { hosts: 100_000, handles: 100_000, phrases: 10_000, regexes: 1_000, posts: 10_000 };
const work = makeWork(FULL, 1);
const lines = linesOf(work);
const { posts } = work;

// Hosts. Only posts with links are asked of the ad blocker's engine; the others cost it nothing.
const hosts = ours("hosts, Winnow", lines.hosts, posts);
const blocker = make(() => FiltersEngine.parse(work.hosts.map((host) => `||${host}^`).join("\n")));
const blocked = run(posts, ({ links }) =>
  links.reduce(
    (sum, url) =>
      sum +
      Number(
        blocker.made.match(
          Request.fromRawDetails({ url, type: "image", sourceHostname: "x.com", sourceDomain: "x.com" }),
        ).match,
      ),
    0,
  ),
);
note("hosts, @ghostery/adblocker", 0, blocker, blocked);
const linked = posts.filter(({ links }) => links.length > 0);
compare("hosts (all posts)", hosts, blocked);
compare(
  "hosts (posts with links)",
  ours("hosts, Winnow, posts with links", lines.hosts, linked),
  run(linked, ({ links }) =>
    links.reduce(
      (sum, url) =>
        sum +
        Number(
          blocker.made.match(
            Request.fromRawDetails({ url, type: "image", sourceHostname: "x.com", sourceDomain: "x.com" }),
          ).match,
        ),
      0,
    ),
  ),
);

// Handles, against the least that could be done.
const handles = ours("handles, Winnow", lines.handles, posts);
const set = make(() => new Set(work.handles));
const inSet = run(posts, ({ author }) => Number(set.made.has((author?.handle ?? "").toLowerCase())));
note("handles, a native Set", 0, set, inSet);
compare("handles", handles, inSet);

// Phrases. The automaton gets texts folded by us, or it would find fewer.
const phrases = ours("phrases, Winnow", lines.phrases, posts);
for (const [name, Automaton] of [
  ["modern-ahocorasick", AhoCorasick],
  ["modern-ahocorasick/fast", FastAhoCorasick],
] as const) {
  const automaton = make(() => new Automaton(work.phrases.map(fold), { boundary: "unicode" }));
  const found = run(
    posts,
    ({ text }) => new Set(automaton.made.search(fold(text)).map(({ patternIndex }) => patternIndex)).size,
  );
  note(`phrases, ${name}`, 0, automaton, found);
  compare(`phrases, ${name}`, phrases, found);
}

// Patterns.
const regexes = ours("regexes, Winnow", lines.regexes, posts);
const native = make(() => work.regexes.map(([pattern, flags]) => new RegExp(pattern, `${flags}u`)));
const matched = run(posts.slice(0, 1_000), ({ text }) => {
  const seen = regexText(text);
  return native.made.reduce((sum, regex) => sum + Number(regex.test(seen)), 0);
});
note("regexes, native in a loop (1,000 posts)", 0, native, matched);
const few = compileRules(
  [{ list: { id: "mine", name: "", rules: parseList(lines.regexes.join("\n")).rules }, grant: "own" }],
  { siteNames },
);
compare(
  "regexes (1,000 posts)",
  run(posts.slice(0, 1_000), (post) => few.match(viewOf(post, {})).length),
  matched,
);
void regexes;

// All at once, and with a hundred times more rules that have nothing to do with the posts.
const all = Object.values(lines).flat();
ours("all at once", all, posts);
const part = linesOf(makeWork({ hosts: 1_000, handles: 1_000, phrases: 100, regexes: 100, posts: 0 }, 1));
const base = [...part.hosts, ...part.handles, ...part.phrases, ...part.regexes];
const other = linesOf(
  makeWork({ hosts: 100_000, handles: 100_000, phrases: 10_000, regexes: 1_500, posts: 0 }, 2, "qz"),
);
const small = ours(`${base.length} rules`, base, posts);
const large = ours(
  `and ${Object.values(other).flat().length} unrelated ones`,
  [
    ...base,
    ...other.hosts,
    ...other.handles,
    ...other.phrases,
    ...other.regexes.filter((line) => !line.includes("\\d{")),
  ],
  posts,
);
console.table(report);
for (const ratio of ratios) console.log(ratio);
console.log(
  `a hundred times more unrelated rules: median x ${round(large.median / small.median)}, mean x ${round(large.mean / small.mean)}`,
);
