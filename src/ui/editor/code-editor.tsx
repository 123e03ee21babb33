import { setDiagnostics } from "@codemirror/lint";
import { EditorState, Transaction } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

import { diagnosticsOf } from "./diagnostics";
import { editorExtensions } from "./extensions";
import type { EditorProps } from "./parsed";

/** The smallest change that makes one text of another, so that carets and history stay with the words. */
const changeOf = (before: string, after: string) => {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
};

/** The editor with colours, suggestions and marks. It stands in the page as one field that keyboards can enter and leave. */
export const CodeEditor = ({ text, parsed, look, handle }: EditorProps) => {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const shown = useRef(text);
  const live = useRef(look);
  live.current = look;

  useLayoutEffect(() => {
    if (!host.current) return;
    const { label, describedBy, example } = live.current;
    const editor = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: shown.current,
        extensions: editorExtensions({
          label,
          describedBy,
          example,
          onEdit: (next) => {
            shown.current = next;
            live.current.onEdit(next);
          },
          onLeave: () => live.current.onLeave(),
        }),
      }),
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    const editor = view.current;
    if (!editor || text === shown.current) return;
    const change = changeOf(shown.current, text);
    shown.current = text;
    // What another page saved is not this person's to take back with the undo key.
    editor.dispatch({ changes: change, annotations: Transaction.addToHistory.of(false) });
  }, [text]);

  useEffect(() => {
    const editor = view.current;
    if (!editor || parsed.text !== shown.current) return;
    const diagnostics = diagnosticsOf(editor.state.doc, parsed.problems, parsed.warnings);
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [parsed]);

  handle.current = {
    goTo: ({ line, from, to }) => {
      const editor = view.current;
      if (!editor || line > editor.state.doc.lines) return;
      const { from: start, to: end } = editor.state.doc.line(line);
      const anchor = Math.min(end, start + from);
      editor.focus();
      editor.dispatch({
        selection: { anchor, head: Math.min(end, start + Math.max(from, to)) },
        effects: EditorView.scrollIntoView(anchor, { y: "center" }),
      });
    },
  };

  return <div class="editor editor-code" dir="ltr" ref={host} />;
};
