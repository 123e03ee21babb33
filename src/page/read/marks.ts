import { splitAddress } from "../../core/sites/address";
import { matchFirst, matchPattern } from "../../core/sites/pattern";
import type { Mark } from "../../core/vocab/post";
import type { SiteDefinition, Test } from "../../core/vocab/site";
import type { Surface } from "../../core/vocab/surface";
import { locate, type Scope } from "./locate";
import type { Note } from "./source";

/** What is known of the post when its marks are read. */
export interface MarkContext {
  url: string;
  surface: Surface;
  /** The site's own id, or null. */
  id: string | null;
  handle: string | null;
  quoted: boolean;
  me: string | undefined;
  note: Note | undefined;
}

const ID = /^\w{1,40}$/;
/** Numeric ids are longer than a double can hold: compare by length, then by digit. Other ids that sort have one length. */
const isGreater = (a: string, b: string): boolean => (a.length === b.length ? a > b : a.length > b.length);

const isNewer = (pattern: string, { id, url }: MarkContext): boolean => {
  const page = matchPattern(pattern, splitAddress(url)?.path ?? "");
  return page !== null && id !== null && ID.test(page) && ID.test(id) && isGreater(id, page);
};

const sameHandle = (a: string | null | undefined, b: string | null | undefined): boolean =>
  !!a && !!b && a.toLowerCase() === b.toLowerCase();

const holds = (test: Test, scope: Scope, context: MarkContext): boolean => {
  if (test.page && matchFirst(test.page, context.url) === null) return false;
  if (test.surfaces && !test.surfaces.includes(context.surface)) return false;
  if (test.handles && !test.handles.some((handle) => sameHandle(handle, context.handle))) return false;
  if (test.newer !== undefined && !isNewer(test.newer, context)) return false;
  const locates = test.select !== undefined || test.closest !== undefined;
  return !locates || locate(scope, test).length >= (test.min ?? 1);
};

/** The marks of a post, in alphabetical order. */
export const readMarks = (site: SiteDefinition, scope: Scope, context: MarkContext): Mark[] => {
  const marks = new Set<Mark>();
  if (context.quoted) marks.add("quote");
  if (sameHandle(context.me, context.handle)) marks.add("mine");
  for (const [mark, tests] of Object.entries(site.marks) as [Mark, Test[]][]) {
    const index = tests.findIndex((test) => holds(test, scope, context));
    if (index < 0) continue;
    marks.add(mark);
    context.note?.(`is:${mark}`, index);
  }
  return [...marks].sort();
};
