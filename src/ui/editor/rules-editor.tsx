import { useRef, useState } from "preact/hooks";

import type { Problem } from "../../core/vocab/rule";
import { startOfLine } from "../caret";
import { useServices } from "../services";
import type { Draft } from "../use-draft";
import { CodeEditor } from "./code-editor";
import { type EditorHandle, useParsed } from "./parsed";
import { PlainEditor } from "./plain-editor";
import { fixed, fixFor } from "./quick-fix";
import { RuleProblems } from "./rule-problems";

const EXAMPLE = 'fold: from:@somebot\nhide: "link in bio" ai>99%';

/** Where the choice between the two editors is kept. */
export const EDITOR_KEY = "rules-editor";

/** The user's rules in the editor of their choice, and below it what is wrong with them and how to mend it. */
export const RulesEditor = ({ draft }: { draft: Draft }) => {
  const services = useServices();
  const { text, edit, flush } = draft;
  const live = useRef(text);
  live.current = text;
  const parsed = useParsed(text);
  const handle = useRef<EditorHandle | null>(null);
  const [plain, setPlain] = useState(() => services.recall(EDITOR_KEY) === "plain");

  const look = {
    label: "My rules, one a line",
    describedBy: "rules-summary",
    example: EXAMPLE,
    onEdit: (next: string) => {
      live.current = next;
      edit(next);
    },
    onLeave: flush,
  };
  const mend = (problem: Problem) => {
    // The text may be newer than the list of its problems: mend the line as it is now, or nothing.
    const now = live.current;
    const start = startOfLine(now, problem.line);
    const line = now.slice(start).split("\n", 1)[0] ?? "";
    const fix = fixFor(line, problem);
    if (!fix) return;
    look.onEdit(now.slice(0, start) + fixed(line, fix) + now.slice(start + line.length));
    const caret = fix.from + fix.insert.length;
    // Once the editor has the new text.
    setTimeout(() => handle.current?.goTo({ line: problem.line, from: caret, to: caret }));
  };
  const choose = (next: boolean) => {
    setPlain(next);
    services.remember(EDITOR_KEY, next ? "plain" : "code");
  };

  const Editor = plain ? PlainEditor : CodeEditor;
  return (
    <>
      <Editor text={text} parsed={parsed} look={look} handle={handle} />
      <RuleProblems parsed={parsed} onGoTo={(problem) => handle.current?.goTo(problem)} onMend={mend} />
      <p class="hint">
        {plain
          ? "This is a plain text box. "
          : "Control and Space suggests words, F8 goes to the next mark, Tab leaves the editor. "}
        <button type="button" class="link" onClick={() => choose(!plain)}>
          {plain ? "Use the editor with colours" : "Use a plain text box"}
        </button>
      </p>
    </>
  );
};
