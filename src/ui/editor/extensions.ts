import { acceptCompletion, autocompletion, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { forEachDiagnostic, lintGutter, lintKeymap } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import type { EditorState, Extension } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from "@codemirror/view";

import { colours } from "./colours";
import { suggest } from "./suggest";

const complete: CompletionSource = ({ state, pos, explicit }) => {
  const line = state.doc.lineAt(pos);
  const found = suggest(line.text, pos - line.from, explicit);
  if (!found) return null;
  return {
    from: line.from + found.from,
    options: found.options.map(({ label, help, kind, insert }) => ({
      label,
      detail: help,
      type: kind,
      ...(insert !== undefined && { apply: insert }),
    })),
    filter: false,
  };
};

const hasErrors = (state: EditorState): boolean => {
  let found = false;
  forEachDiagnostic(state, ({ severity }) => {
    found ||= severity === "error";
  });
  return found;
};

export interface EditorLook {
  label: string;
  describedBy: string;
  example: string;
  /** Asked at each change. */
  onEdit: (text: string) => void;
  onLeave: () => void;
}

/** Everything that the editor of rules can do. Tab leaves it, as it leaves any field, unless a suggestion is open. */
export const editorExtensions = ({ label, describedBy, example, onEdit, onLeave }: EditorLook): Extension => [
  lineNumbers(),
  lintGutter(),
  history(),
  // Characters that cannot be seen, and those that turn the direction of writing, are shown as dots with their name.
  highlightSpecialChars(),
  EditorView.lineWrapping,
  search({ top: true }),
  autocompletion({
    override: [complete],
    activateOnCompletion: ({ type }) => type === "field",
    icons: false,
  }),
  keymap.of([
    { key: "Tab", run: acceptCompletion },
    ...defaultKeymap,
    ...historyKeymap,
    ...searchKeymap,
    ...lintKeymap,
  ]),
  colours,
  placeholder(example),
  EditorView.contentAttributes.of((view) => ({
    "aria-label": label,
    "aria-describedby": describedBy,
    "aria-invalid": String(hasErrors(view.state)),
    spellcheck: "false",
    autocapitalize: "off",
    autocorrect: "off",
  })),
  EditorView.updateListener.of(({ docChanged, state }) => {
    if (docChanged) onEdit(state.doc.toString());
  }),
  EditorView.domEventHandlers({ blur: onLeave }),
];
