import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import { parseRules } from "../../core/rules/parse";
import { lineCount, movedCaret, startOfLine } from "../caret";
import type { Draft } from "../use-draft";
import { EditorMarks } from "./editor-marks";
import { RuleProblems, type RuleProblem } from "./rule-problems";

const PARSE_AFTER_MS = 250;

/** Parsed once the person pauses: a long text is not read again at each key. */
const useParsed = (text: string) => {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PARSE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useMemo(() => ({ text: settled, ...parseRules(settled) }), [settled]);
};

/** A plain text box with line numbers; problems are marked at their place and listed below. */
export const RulesEditor = ({ draft }: { draft: Draft }) => {
  const { text, edit, flush } = draft;
  const box = useRef<HTMLTextAreaElement>(null);
  const back = useRef<HTMLDivElement>(null);
  const parsed = useParsed(text);
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

  const goTo = ({ line, from, to }: RuleProblem) => {
    const area = box.current;
    if (!area) return;
    const start = startOfLine(area.value, line);
    area.focus();
    area.setSelectionRange(start + from, start + Math.max(from, to));
    const height = area.scrollHeight / Math.max(1, lineCount(area.value));
    area.scrollTop = Math.max(0, (line - 1) * height - area.clientHeight / 2);
    follow();
  };

  const wrong = parsed.problems.length > 0;
  return (
    <>
      <div class="editor" dir="ltr">
        {marks}
        <textarea
          ref={box}
          aria-label="My rules, one a line"
          aria-invalid={wrong}
          aria-describedby="rules-summary"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          wrap="off"
          rows={12}
          placeholder={'fold: from:@somebot\nhide: "link in bio" ai>99%'}
          onInput={(event) => edit(event.currentTarget.value)}
          onScroll={follow}
          onBlur={flush}
        />
      </div>
      <RuleProblems text={parsed.text} rules={parsed.rules.length} problems={parsed.problems} onGoTo={goTo} />
    </>
  );
};
