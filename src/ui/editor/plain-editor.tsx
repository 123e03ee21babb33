import { useLayoutEffect, useMemo, useRef } from "preact/hooks";

import { lineCount, movedCaret, startOfLine } from "../caret";
import { EditorMarks } from "./editor-marks";
import type { EditorProps } from "./parsed";

/** A plain text box with line numbers, for who prefers one; problems are marked at their place. */
export const PlainEditor = ({ text, parsed, look, handle }: EditorProps) => {
  const box = useRef<HTMLTextAreaElement>(null);
  const back = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => lineCount(text), [text]);
  const numbers = useMemo(() => Array.from({ length: lines }, (_, at) => at + 1).join("\n"), [lines]);

  // The same element again is not compared again: a long text stays quick to type in.
  const marks = useMemo(
    () => <EditorMarks layer={back} numbers={numbers} text={parsed.text} problems={parsed.problems} />,
    [numbers, parsed],
  );

  // The text is set by hand, so that one from elsewhere moves the caret with the words around it.
  useLayoutEffect(() => {
    const area = box.current;
    if (!area || area.value === text) return;
    const { selectionStart, selectionEnd, scrollTop, value } = area;
    area.value = text;
    if (document.activeElement === area) {
      area.setSelectionRange(movedCaret(value, text, selectionStart), movedCaret(value, text, selectionEnd));
      area.scrollTop = scrollTop;
    }
  }, [text]);

  const follow = () => {
    if (!box.current || !back.current) return;
    back.current.style.setProperty("--scroll-top", `${-box.current.scrollTop}px`);
    back.current.style.setProperty("--scroll-left", `${-box.current.scrollLeft}px`);
  };

  handle.current = {
    goTo: ({ line, from, to }) => {
      const area = box.current;
      if (!area) return;
      const start = startOfLine(area.value, line);
      area.focus();
      area.setSelectionRange(start + from, start + Math.max(from, to));
      const height = area.scrollHeight / Math.max(1, lineCount(area.value));
      area.scrollTop = Math.max(0, (line - 1) * height - area.clientHeight / 2);
      follow();
    },
  };

  return (
    <div class="editor" dir="ltr">
      {marks}
      <textarea
        ref={box}
        aria-label={look.label}
        aria-invalid={parsed.problems.length > 0}
        aria-describedby={look.describedBy}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        wrap="off"
        rows={12}
        placeholder={look.example}
        onInput={(event) => look.onEdit(event.currentTarget.value)}
        onScroll={follow}
        onBlur={look.onLeave}
      />
    </div>
  );
};
