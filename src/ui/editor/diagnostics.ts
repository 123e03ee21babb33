import type { Diagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";

import type { Problem } from "../../core/vocab/rule";
import { fixFor } from "./quick-fix";

/** Marks beyond this many are left out; the list below the editor names them all the same. */
const MOST_MARKS = 300;

const diagnosticOf = (doc: Text, problem: Problem, severity: "error" | "warning"): Diagnostic | null => {
  // The text may have changed since it was parsed.
  if (problem.line > doc.lines) return null;
  const line = doc.line(problem.line);
  const within = (column: number): number => Math.min(line.to, line.from + column);
  const fix = fixFor(line.text, problem);
  return {
    from: within(problem.from),
    to: within(Math.max(problem.to, problem.from)),
    severity,
    message: problem.hint === undefined ? problem.message : `${problem.message} ${problem.hint}`,
    ...(fix && {
      actions: [
        {
          name: fix.label,
          apply: (view) => {
            // The mark moves with the text; the line that it stands on now is the one to mend.
            const now = view.state.doc.lineAt(Math.min(within(problem.from), view.state.doc.length));
            const again = fixFor(now.text, problem);
            if (!again) return;
            view.dispatch({
              changes: { from: now.from + again.from, to: now.from + again.to, insert: again.insert },
            });
            view.focus();
          },
        },
      ],
    }),
  };
};

/** Problems and warnings of a parsed text, as the editor marks them. */
export const diagnosticsOf = (
  doc: Text,
  problems: readonly Problem[],
  warnings: readonly Problem[],
): Diagnostic[] =>
  [
    ...problems.slice(0, MOST_MARKS).map((problem) => diagnosticOf(doc, problem, "error")),
    ...warnings.slice(0, MOST_MARKS).map((warning) => diagnosticOf(doc, warning, "warning")),
  ]
    .filter((diagnostic) => diagnostic !== null)
    .sort((a, b) => a.from - b.from);
