import type { Note } from "../vocab/rule";
import type { Complaint } from "./complaint";
import { dayStart } from "./date";

const KEYED = /^(reason|seen|until):\s*(.*)$/isu;

const squeeze = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Read what follows the `;` in column `at`. A date that cannot be read is kept as text and named. */
export const parseNote = (line: string, at: number): { note: Note | null; warnings: Complaint[] } => {
  const note: Note = {};
  const texts: string[] = [];
  const warnings: Complaint[] = [];
  let from = at + 1;
  for (const part of line.slice(from).split(/(?<=\s);/u)) {
    const text = squeeze(part);
    const keyed = KEYED.exec(text);
    const key = keyed?.[1]?.toLowerCase() as "reason" | "seen" | "until" | undefined;
    const value = keyed?.[2] ?? "";
    if (key === undefined || note[key] !== undefined || value === "") {
      if (text !== "") texts.push(text);
    } else if (key === "reason" || dayStart(value) !== null) {
      note[key] = value;
    } else {
      texts.push(text);
      const start = from + part.length - part.trimStart().length;
      warnings.push({
        from: start,
        to: start + part.trim().length,
        message: `${key}: wants a date.`,
        hint: `Such as ${key}: 2026-11-30.`,
      });
    }
    from += part.length + 1;
  }
  if (texts.length > 0) note.text = texts.join(" ; ");
  return { note: Object.keys(note).length > 0 ? note : null, warnings };
};

// A semicolon behind a space would start another part.
const flat = (text: string): string => squeeze(text).replace(/ ;/gu, ";");

/** A note as it stands on a line, with the ` ; ` before it; empty for none. */
export const printNote = (note: Note | undefined): string => {
  if (!note) return "";
  const { reason, seen, until, text } = note;
  return [
    ...(reason !== undefined ? [`reason: ${flat(reason)}`] : []),
    ...(seen !== undefined ? [`seen: ${flat(seen)}`] : []),
    ...(until !== undefined ? [`until: ${flat(until)}`] : []),
    ...(text !== undefined ? text.split(/\s;/u).map(flat) : []),
  ]
    .filter((part) => part !== "")
    .map((part) => ` ; ${part}`)
    .join("");
};
