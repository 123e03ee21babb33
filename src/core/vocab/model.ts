import * as v from "valibot";

/** Ways to say "at most 1 human post in N". */
export const BUDGETS = [20, 100, 1000, 10000] as const;
export type Budget = (typeof BUDGETS)[number];

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
const Finite = v.pipe(v.number(), v.finite());
const Name = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/));
const GroupName = v.pipe(v.string(), v.regex(/^[a-z]{2,16}$/));

const ascending = (numbers: number[]): boolean =>
  numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? n));

/** Posts of at least `words` words (up to the next band's) are compared with each other only. */
const Band = v.object({ name: Name, words: v.pipe(v.number(), v.minValue(0), v.maxValue(1e6)) });

/** How human posts of one length band and language group score. */
const Table = v.object({
  band: Name,
  group: GroupName,
  /** human texts behind the table, none of which the model was trained on */
  humans: Count,
  /** sources that they come from */
  sources: Count,
  /** the score below which the share `percents[i]` of them lies (with a margin for unseen sources); ascending */
  scores: v.pipe(v.array(Finite), v.minLength(2), v.maxLength(200), v.check(ascending, "scores must ascend")),
});

/**
 * models/<id>/manifest.json: what a model reads, what it weighs, and what its scores mean. Untrusted until it has passed here.
 */
export const ModelManifest = v.pipe(
  v.object({
    format: v.literal(1),
    id: Name,
    version: v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
    file: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}\.onnx$/)),
    bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8_000_000)),
    sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    input: v.object({
      /** version of src/core/text/normalise.ts and src/ml/encode.ts that the model was trained with */
      encoding: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** hashed n-grams fall into 2 ** bits rows; row 2 ** bits is padding */
      bits: v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(24)),
    }),
    minimum: v.object({ chars: Count, words: Count }),
    /** languages the network tells apart, in the order of its output, with the group each is calibrated in; null: not covered */
    languages: v.pipe(
      v.array(v.object({ code: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)), group: v.nullable(GroupName) })),
      v.minLength(1),
      v.maxLength(64),
    ),
    bands: v.pipe(
      v.array(Band),
      v.minLength(1),
      v.maxLength(16),
      v.check((bands) => ascending(bands.map((b) => b.words)), "bands must ascend"),
    ),
    /** percentiles that the tables' scores stand for; ascending */
    percents: v.pipe(
      v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
      v.minLength(2),
      v.maxLength(200),
      v.check(ascending, "percents must ascend"),
    ),
    tables: v.pipe(v.array(Table), v.minLength(1), v.maxLength(512)),
    /** a budget of 1 in N needs at least N * humansPerBudget human texts */
    humansPerBudget: v.pipe(v.number(), v.minValue(0.1), v.maxValue(100)),
    /** budgets stricter than 1 in 100 need human texts of this many sources: one source says little about the next one's tail */
    sourcesForStrict: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  }),
  v.check(
    (m) => m.tables.every((t) => t.scores.length === m.percents.length),
    "every table needs one score a percent",
  ),
  v.check(
    (m) => m.tables.every((t) => m.bands.some((b) => b.name === t.band)),
    "a table names an unknown band",
  ),
);
export type ModelManifest = v.InferOutput<typeof ModelManifest>;
export type CalibrationTable = ModelManifest["tables"][number];
