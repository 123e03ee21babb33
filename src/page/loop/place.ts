import type { Verdict } from "../../core/vocab/verdict";
import type { Treatment } from "../show/show";
import type { PostRecord } from "./records";

/** After this many hidden in a row each gets a line: a list that seems empty loads for ever. */
export const MAX_RUN = 30;

export type Explain = (verdict: Verdict) => { short: string; causes: string[] };

/** What a record means for an element, its place on the page left aside; null for nothing. */
export const treatmentOf = (
  record: PostRecord,
  name: string,
  shown: boolean,
  explain: Explain,
): Treatment | null => {
  const { action } = record.verdict;
  if (action === "keep") return null;
  let words = { short: "", causes: [] as string[] };
  try {
    words = explain(record.verdict);
  } catch {
    // Better a mark without a reason than a post without a mark.
  }
  return {
    action,
    ...words,
    name,
    shown,
    held: record.held,
    tall: action === "hide" && (record.run ?? 0) >= MAX_RUN,
  };
};

/** Whether a treatment takes a post's height away. */
export const collapses = (treatment: Treatment | null): boolean =>
  treatment !== null &&
  (treatment.action === "fold" || treatment.action === "hide") &&
  !treatment.shown &&
  !treatment.held;
