import type { RefObject } from "preact";

import type { Problem } from "../../core/vocab/rule";

/** Marks beyond this many are left out; the list below names them all the same. */
const MOST_MARKS = 200;

interface EditorMarksProps {
  layer: RefObject<HTMLDivElement>;
  numbers: string;
  text: string;
  problems: readonly Problem[];
}

/**
 * What stands behind the text: line numbers, and a wavy line under each problem. The words are
 * repeated unseen, so that a mark stands right under wide, narrow and composed letters alike.
 */
export const EditorMarks = ({ layer, numbers, text, problems }: EditorMarksProps) => {
  const lines = problems.length > 0 ? text.split("\n") : [];
  const marks = problems.slice(0, MOST_MARKS).map(({ line, from, to }) => {
    const words = lines[line - 1] ?? "";
    return {
      line: line - 1,
      before: words.slice(0, from),
      wrong: words.slice(from, Math.max(to, from + 1)) || " ",
    };
  });
  return (
    <div class="editor-back" ref={layer} aria-hidden="true">
      <div class="editor-gutter">
        <pre>{numbers}</pre>
        {marks.map(({ line }, at) => (
          <span class="editor-flag" key={at} style={{ "--line": line }} />
        ))}
      </div>
      <div class="editor-marks">
        {marks.map(({ line, before, wrong }, at) => (
          <pre class="editor-mark" key={at} style={{ "--line": line }}>
            {before}
            <u>{wrong}</u>
          </pre>
        ))}
      </div>
    </div>
  );
};
