import { explain, percent } from "../../core/judge/explain";
import type { Row } from "./read-through";

const COLUMNS = { author: 16, text: 44, model: 13, done: 6 };

/** Text of others in a terminal: no control characters, no half pairs, no marks that turn the writing direction. */
const plain = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu, " ").trim();

const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;
const letters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** As many letters as fit into `width` columns of a terminal, padded to it. */
const fit = (text: string, width: number): string => {
  let out = "";
  let used = 0;
  for (const { segment } of letters.segment(plain(text))) {
    const columns = WIDE.test(segment) ? 2 : 1;
    if (used + columns > width - 1) return `${out}…${" ".repeat(width - used - 1)}`;
    out += segment;
    used += columns;
  }
  return out + " ".repeat(width - used);
};

const measured = ({ verdict }: Row): string => {
  const text = verdict.signals.find((signal) => signal.detector === "text");
  if (text?.detector !== "text") return "-";
  return text.ai === null ? (text.untold ?? "cannot tell") : percent(text.ai);
};

const lineOf = (author: string, text: string, model: string, done: string, why: string): string =>
  [
    fit(author, COLUMNS.author),
    fit(text, COLUMNS.text),
    fit(model, COLUMNS.model),
    fit(done, COLUMNS.done),
    why,
  ]
    .join("  ")
    .trimEnd();

/** What was read, judged and done, one post a line. */
export const printTable = (rows: readonly Row[]): void => {
  console.log(`\n${lineOf("author", "text", "machine-like", "done", "why")}`);
  for (const row of rows) {
    const { post, verdict } = row;
    const marks = post.is.length > 0 ? `[${post.is.join(" ")}] ` : "";
    const text = marks + (post.text || `(${post.media.map(({ kind }) => kind).join(" ") || "empty"})`);
    console.log(
      lineOf(post.author?.handle ?? "-", text, measured(row), row.done, plain(explain(verdict).short)),
    );
  }
  const acted = rows.filter(({ done }) => done !== "keep").length;
  console.log(`\n${rows.length} posts read, ${acted} acted on`);
};
