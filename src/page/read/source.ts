import { decode } from "../../core/sites/decode";
import { matchFirst } from "../../core/sites/pattern";
import type { Source } from "../../core/vocab/site";
import { clean, cut } from "./clean";
import { locate, type Scope } from "./locate";
import { NAMED } from "./named";
import { readText } from "./text";

/** Told which fall-back gave a field: -1 if none did. For health and diagnosis. */
export type Note = (field: string, index: number) => void;

/** A short value may be told from a long one, such as a date from an address. */
const MAX_RAW = 2_000;

const rawOf = ({ dom, url }: Scope, source: Source, element: Element): string | null => {
  if (source.page) return url ?? null;
  if (source.attr !== undefined) return dom.attr(element, source.attr);
  return source.read === undefined ? readText(dom, element, source) : NAMED[source.read](dom, element);
};

/** What one element gives to a source, or null. */
const valueAt = (scope: Scope, source: Source, element: Element, max: number): string | null => {
  let value: string | null = clean(rawOf(scope, source, element) ?? "", Math.max(max, MAX_RAW));
  if (value !== "" && source.match) value = matchFirst(source.match, value);
  if (value && source.decode) value = decode(source.decode, value);
  if (value && source.form !== undefined) return source.form.replace("{}", () => encodeURI(value));
  return value ? cut(value, max) : null;
};

/** The value of one source, or null. */
const valueOf = (scope: Scope, source: Source, max: number): string | null => {
  const values: string[] = [];
  const taken: Element[] = [];
  for (const element of locate(scope, source)) {
    if (taken.some((outer) => scope.dom.contains(outer, element))) continue;
    const value = valueAt(scope, source, element, max);
    if (value === null) continue;
    if (!source.all) return value;
    taken.push(element);
    // Some pages hold a part twice, once for narrow screens.
    if (!values.includes(value)) values.push(value);
  }
  return values.length > 0 ? cut(values.join("\n\n"), max) : null;
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
