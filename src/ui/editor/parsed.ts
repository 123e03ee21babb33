import type { MutableRef } from "preact/hooks";
import { useEffect, useMemo, useState } from "preact/hooks";

import { parseRules } from "../../core/rules/parse";
import type { Problem } from "../../core/vocab/rule";
import type { ParsedList } from "../../core/vocab/rule-list";
import type { EditorLook } from "./extensions";

const PARSE_AFTER_MS = 250;

export interface ParsedText extends ParsedList {
  /** What was parsed: what is typed meanwhile is newer. */
  text: string;
}

export interface EditorHandle {
  goTo: (problem: Pick<Problem, "line" | "from" | "to">) => void;
}

/** What both editors are given, the one with colours and the plain one. */
export interface EditorProps {
  text: string;
  parsed: ParsedText;
  look: EditorLook;
  handle: MutableRef<EditorHandle | null>;
}

/** Parsed once the person pauses: a long text is not read again at each key. */
export const useParsed = (text: string): ParsedText => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PARSE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useMemo(() => ({ ...parseRules(settled), text: settled }), [settled]);
};
