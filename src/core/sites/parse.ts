import * as v from "valibot";

import { describeIssue } from "../vocab/issues";
import {
  FieldsSchema,
  InvariantsSchema,
  LinksSchema,
  LocatorSchema,
  MediaSourceSchema,
  QuoteFieldsSchema,
  SiteSchema,
  type SiteDefinition,
  SourceSchema,
  SurfaceRuleSchema,
  TestSchema,
  UnitSchema,
} from "../vocab/site";

export type ParsedSite =
  { ok: true; site: SiteDefinition; problems: string[] } | { ok: false; problems: string[] };

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** For authors: anything wrong refuses the file, and every fault is named with its path. Never throws. */
export const parseSiteStrict = (raw: unknown): ParsedSite => {
  const result = v.safeParse(SiteSchema, raw);
  return result.success
    ? { ok: true, site: result.output, problems: [] }
    : { ok: false, problems: result.issues.map(describeIssue) };
};

/** At run time: a bad source drops that source, a bad field that field; only a bad frame refuses the site. Never throws. */
export const parseSite = (raw: unknown): ParsedSite => {
  if (!isPlain(raw)) return { ok: false, problems: ["a site is a JSON object"] };
  const problems: string[] = [];
  const fits = (schema: v.GenericSchema, value: unknown, path: string): boolean => {
    const result = v.safeParse(schema, value);
    if (!result.success) problems.push(`${path}: ${describeIssue(result.issues[0])}`);
    return result.success;
  };
  const items = (value: unknown, schema: v.GenericSchema, path: string): unknown[] =>
    Array.isArray(value) ? value.filter((item, index) => fits(schema, item, `${path}.${index}`)) : [];
  const known = (value: unknown, entries: Plain, path: string): [string, unknown][] =>
    Object.entries(isPlain(value) ? value : {}).filter(([name]) => {
      if (!Object.hasOwn(entries, name)) problems.push(`${path}.${name}: this Winnow does not know it`);
      return Object.hasOwn(entries, name);
    });
  const fields = (value: unknown, entries: Plain, path: string): Plain =>
    Object.fromEntries(
      known(value, entries, path).map(([name, list]) => [
        name,
        items(list, name === "find" ? LocatorSchema : SourceSchema, `${path}.${name}`),
      ]),
    );

  const frame: Plain = Object.fromEntries(known(raw, SiteSchema.entries, "site"));
  const quote = fields(raw["quote"], QuoteFieldsSchema.entries, "quote");
  const marks = isPlain(raw["marks"]) ? raw["marks"] : {};
  const site: Plain = {
    ...frame,
    surfaces: items(raw["surfaces"], SurfaceRuleSchema, "surfaces"),
    roots: items(raw["roots"], SiteSchema.entries.roots.item, "roots"),
    anchors: items(raw["anchors"], SiteSchema.entries.anchors.item, "anchors"),
    units: items(raw["units"], UnitSchema, "units"),
    fields: fields(raw["fields"], FieldsSchema.entries, "fields"),
    media: items(raw["media"], MediaSourceSchema, "media"),
    me: items(raw["me"], SourceSchema, "me"),
    marks: Object.fromEntries(
      Object.entries(marks)
        .filter(([name]) => fits(SiteSchema.entries.marks.key, name, `marks.${name}`))
        .map(([name, tests]) => [name, items(tests, TestSchema, `marks.${name}`)]),
    ),
  };
  if ("find" in quote) site["quote"] = quote;
  else delete site["quote"];
  for (const [name, schema] of [
    ["links", LinksSchema],
    ["invariants", InvariantsSchema],
  ] as const) {
    if (name in site && !fits(schema, site[name], name)) delete site[name];
  }
  for (const name of ["ignore", "watch", "recognise", "nested"] as const) {
    if (name in site && !fits(SiteSchema.entries[name], site[name], name)) delete site[name];
  }
  const result = v.safeParse(SiteSchema, site);
  return result.success
    ? { ok: true, site: result.output, problems }
    : { ok: false, problems: [...problems, ...result.issues.map(describeIssue)] };
};
