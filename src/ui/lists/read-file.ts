import { MAX_LIST_BYTES } from "../../core/lists/limits";
import { size } from "./list-words";

export type ReadText = { ok: true; text: string } | { ok: false; problem: string };

/** The text of a file that somebody chose. */
export const readTextFile = async (file: File): Promise<ReadText> => {
  if (file.size > MAX_LIST_BYTES)
    return {
      ok: false,
      problem: `The file is larger than ${size(MAX_LIST_BYTES)}, the most that Winnow reads.`,
    };
  try {
    return { ok: true, text: await file.text() };
  } catch {
    return { ok: false, problem: "The file could not be read." };
  }
};
