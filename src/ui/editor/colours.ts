import { RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";

import { highlight, STRETCHES } from "../../core/rules/highlight";

const MARKS = Object.fromEntries(
  STRETCHES.map((kind) => [kind, Decoration.mark({ class: `rule-${kind}` })]),
) as Record<(typeof STRETCHES)[number], Decoration>;

const colour = (view: EditorView): DecorationSet => {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      for (const stretch of highlight(line.text))
        if (stretch.to > stretch.from)
          builder.add(line.from + stretch.from, line.from + stretch.to, MARKS[stretch.kind]);
      at = line.to + 1;
    }
  }
  return builder.finish();
};

/** The colours of the rule language, of the lines that are seen, from the parser's own tokens. */
export const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = colour(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = colour(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
