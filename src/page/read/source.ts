import { matchFirst } from "../../core/sites/pattern";
import type { Source } from "../../core/vocab/site";
import { clean } from "./clean";
import { locate, type Scope } from "./locate";
import { readText } from "./text";

/** Told which fall-back gave a field: -1 if none did. For health and diagnosis. */
export type Note = (field: string, index: number) => void;

/** The value of one source, or null. */
const valueOf = (scope: Scope, source: Source, max: number): string | null => {
  for (const element of locate(scope, source)) {
    const raw =
      source.attr === undefined ? readText(scope.dom, element, source) : scope.dom.attr(element, source.attr);
    const value = raw === null ? "" : clean(raw, max);
    const matched = value !== "" && source.match ? matchFirst(source.match, value) : value;
    if (matched) return matched;
  }
  return null;
};

/** The first value that an ordered list of sources gives, at most `max` UTF-16 units; null if none does. */
export const firstValue = (
  scope: Scope,
  sources: readonly Source[] | undefined,
  max: number,
  note?: (index: number) => void,
): string | null => {
  for (const [index, source] of (sources ?? []).entries()) {
    const value = valueOf(scope, source, max);
    if (value === null) continue;
    note?.(index);
    return value;
  }
  note?.(-1);
  return null;
};
