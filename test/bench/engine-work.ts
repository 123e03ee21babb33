import type { Post } from "../../src/core/vocab/post";

/** A small generator of numbers in [0, 1): the same work at every run. */
const random = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const SYLLABLES = Array.from("bcdfghjklmnprstvwyz").flatMap((a) =>
  Array.from("aeiou").flatMap((b) => ["", "n", "r", "s", "t", "l"].map((c) => a + b + c)),
);
const COMMON =
  "the to and of a in is it you that for on this with i be are was not have at we my so but they your just like can".split(
    " ",
  );

export interface Work {
  hosts: string[];
  handles: string[];
  phrases: string[];
  /** Pattern and flags. */
  regexes: [string, string][];
  posts: Post[];
}

export interface Sizes {
  hosts: number;
  handles: number;
  phrases: number;
  regexes: number;
  posts: number;
}

/** Words by rank: a few are everywhere, most are rare, as in texts. `mark` keeps vocabularies apart. */
const vocabulary = (size: number, mark: string, next: () => number): string[] => {
  const words = new Set<string>();
  while (words.size < size) {
    const parts = 2 + Math.floor(next() * 3);
    words.add(
      Array.from({ length: parts }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join("") + mark,
    );
  }
  return [...words];
};

const zipf = (words: readonly string[], next: () => number): string => {
  const rank = Math.floor(words.length ** next()) - 1;
  return words[rank] ?? words[0]!;
};

/**
 * Rules of four kinds, and posts of 8 to 60 words. `related` posts name some of the hosts and handles
 * and hold some of the phrases and patterns; with another `mark`, rules have nothing in common with
 * any post but everyday words.
 */
export const makeWork = (sizes: Sizes, seed: number, mark = ""): Work => {
  const next = random(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!;
  const words = vocabulary(20_000, mark, next);
  const word = (): string => (next() < 0.4 ? pick(COMMON) : zipf(words, next));
  const rare = (): string => words[Math.floor(words.length * (0.02 + 0.98 * next()))]!;

  const hosts = Array.from(
    { length: sizes.hosts },
    (_, i) => `${pick(words)}${i}.${pick(["com", "net", "co.uk", "io", "blogspot.com"])}`,
  );
  const handles = Array.from({ length: sizes.handles }, (_, i) => `${pick(words)}_${i}`);
  const unique = new Set<string>();
  while (unique.size < sizes.phrases) {
    const length = 1 + Math.floor(next() * 4);
    unique.add(
      length === 1
        ? rare()
        : [rare(), ...Array.from({ length: length - 1 }, word)].sort(() => next() - 0.5).join(" "),
    );
  }
  const phrases = [...unique];
  const regexes = Array.from({ length: sizes.regexes }, (_, i): [string, string] => {
    const [a, b] = [rare(), rare()];
    switch (i % 10) {
      case 0:
        return [`\\b${a} ${word()}\\b`, "i"];
      case 1:
        return [`\\b(?:${a}|${b})(?:s|ed|ing)?\\b`, "i"];
      case 2:
        return [`${a}[- ]?${word()}`, "i"];
      case 3:
        return [`${a}.{0,20}${b}`, ""];
      case 4:
        return [`\\b${a}\\d{1,4}\\b`, ""];
      case 5:
        return [`^(?:${a}|${b}|${rare()})[,:]`, "i"];
      case 6:
        return [`[${a[0]!.toUpperCase()}${a[0]}]${a.slice(1)}\\s+${word()}`, ""];
      case 7:
        return [`(?:not|isn.t) (?:just|only) ${a}`, "i"];
      case 8:
        return [`${a}\\s*(?:=>|->|:)\\s*\\w+`, ""];
      default:
        // One in twenty names no letters at all, so it has to run on every post.
        return i % 20 === 9 ? [`\\d{${2 + (i % 5)},}\\s?%`, ""] : [`${a}\\W+(?:\\w+\\W+){0,3}${b}`, "i"];
    }
  });

  const posts = Array.from({ length: sizes.posts }, (_, i): Post => {
    const text = Array.from({ length: 8 + Math.floor(next() * 52) }, word);
    if (next() < 0.1) text.splice(Math.floor(next() * text.length), 0, pick(phrases) ?? "");
    if (next() < 0.1) text.push(`${rare()}${i}`, "40%");
    const marks = next();
    const whole = text.join(" ");
    const shown =
      whole[0]!.toUpperCase() +
      whole.slice(1) +
      (marks < 0.2 ? " 🚀✨" : marks < 0.4 ? " — it’s “so” good…" : marks < 0.6 ? " #ai" : ".");
    const links =
      next() < 0.3 ? [`https://${next() < 0.3 ? pick(hosts) : `news.${pick(words)}.org`}/a/${i}?utm=x`] : [];
    return {
      site: "x",
      id: String(i),
      surface: "home",
      author: {
        handle: next() < 0.2 ? pick(handles).toUpperCase() : `${pick(words)}${i}`,
        name: pick(words),
      },
      text: shown,
      lang: "en",
      is: next() < 0.3 ? ["reply"] : [],
      media: next() < 0.3 ? [{ kind: "image", alt: `A picture of ${word()} ${word()}` }] : [],
      links,
    };
  });
  return { hosts, handles, phrases, regexes, posts };
};

/** The rules of a work as lines of a list. */
export const linesOf = (work: Work): Record<"hosts" | "handles" | "phrases" | "regexes", string[]> => ({
  hosts: work.hosts.map((host) => `label: url:${host}`),
  handles: work.handles.map((handle) => `fold: from:@${handle}`),
  phrases: work.phrases.map((phrase) => `label: text:"${phrase}"`),
  regexes: work.regexes.map(([pattern, flags]) => `label: text:/${pattern}/${flags}`),
});
