import type { RefObject } from "preact";

import { startOfLine } from "../caret";
import type { RuleProblem } from "./rule-problems";

/** Marks beyond this many are left out; the list below names them all the same. */
const MOST_MARKS = 200;

interface EditorMarksProps {
  layer: RefObject<HTMLDivElement>;
  numbers: string;
  text: string;
  problems: readonly RuleProblem[];
}

const lineOf = (text: string, line: number): string => {
  const start = startOfLine(text, line);
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end);
};

/**
 * What stands behind the text: line numbers, and a wavy line under each problem. The words are
 * repeated unseen, so that a mark stands right under wide, narrow and composed letters alike.
 */
export const EditorMarks = ({ layer, numbers, text, problems }: EditorMarksProps) => (
  <div class="editor-back" ref={layer} aria-hidden="true">
    <div class="editor-gutter">
      <pre>{numbers}</pre>
      {problems.slice(0, MOST_MARKS).map(({ line }, at) => (
        <span class="editor-flag" key={at} style={{ "--line": line - 1 }} />
      ))}
    </div>
    <div class="editor-marks">
      {problems.slice(0, MOST_MARKS).map(({ line, from, to }, at) => {
        const words = lineOf(text, line);
        return (
          <pre class="editor-mark" key={at} style={{ "--line": line - 1 }}>
            {words.slice(0, from)}
            <u>{words.slice(from, Math.max(to, from + 1)) || " "}</u>
          </pre>
        );
      })}
    </div>
  </div>
);
