import type { Budget, CalibrationTable, ModelManifest } from "../vocab/model";
import { BUDGETS } from "../vocab/model";

/** A text's place among human texts: its raw score, its length and the group of its language. */
export interface Scored {
  readonly score: number;
  readonly words: number;
  readonly group: string;
}

/** The name of the length band that a text of so many words falls in. */
export function bandOf(manifest: ModelManifest, words: number): string | null {
  let name: string | null = null;
  for (const band of manifest.bands) if (words >= band.words) name = band.name;
  return name;
}

const tableOf = (manifest: ModelManifest, band: string | null, group: string): CalibrationTable | undefined =>
  manifest.tables.find((table) => table.band === band && table.group === group);

const supports = (manifest: ModelManifest, table: CalibrationTable, n: number): boolean =>
  table.humans >= n * manifest.humansPerBudget && (n <= 100 || table.sources >= manifest.sourcesForStrict);

/**
 * The strictest budget "at most 1 human in N" that a band's calibration can support, no stricter than asked for.
 * null: the band supports none, or is not covered.
 */
export function supportedBudget(
  manifest: ModelManifest,
  band: string | null,
  group: string,
  n: number,
): Budget | null {
  const table = tableOf(manifest, band, group);
  if (table === undefined) return null;
  return BUDGETS.filter((budget) => budget <= n && supports(manifest, table, budget)).at(-1) ?? null;
}

/** No percentile above this is given: a budget that the table cannot support must never be met. */
function ceiling(manifest: ModelManifest, table: CalibrationTable): number {
  const refused = BUDGETS.find((budget) => !supports(manifest, table, budget));
  return refused === undefined ? 100 : 100 - 100 / refused;
}

/** Linear between the table's points; below the first and above the last it stays at the ends. */
function interpolate(score: number, scores: readonly number[], percents: readonly number[]): number {
  if (score < (scores[0] ?? Infinity)) return 0;
  for (let i = 1; i < scores.length; i += 1) {
    const [low, high] = [scores[i - 1] ?? 0, scores[i] ?? 0];
    if (score >= high) continue;
    const [from, to] = [percents[i - 1] ?? 0, percents[i] ?? 0];
    return from + ((to - from) * (score - low)) / (high - low);
  }
  return 100;
}

/**
 * "More machine-like than this % of human posts of its length and language", 0-100; null where the manifest holds no table
 * for the text's band and group. A post is flagged at a budget of 1 in N when this is above 100 - 100 / N.
 */
export function percentile(manifest: ModelManifest, { score, words, group }: Scored): number | null {
  const table = tableOf(manifest, bandOf(manifest, words), group);
  if (table === undefined || !Number.isFinite(score)) return null;
  return Math.min(interpolate(score, table.scores, manifest.percents), ceiling(manifest, table));
}
