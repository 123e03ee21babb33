/** test/ml/golden.json, as models/train/golden.py writes it; the end-to-end tests read it too. */
export interface GoldenVector {
  readonly name: string;
  readonly text: string;
  /** the text is this many times `text` */
  readonly times?: number;
  readonly chars: number;
  readonly words: number;
  /** checksum of the normalised text's code points */
  readonly points: number;
  readonly normalised?: string;
  readonly ngrams: { readonly count: number; readonly checksum: number };
  readonly bare: { readonly count: number; readonly checksum: number };
  readonly score: number | null;
}

export interface GoldenFile {
  readonly model: string;
  readonly sha256: string;
  readonly vectors: readonly GoldenVector[];
}

export const goldenText = ({ text, times }: GoldenVector): string => text.repeat(times ?? 1);

/** FNV-1a over 32-bit numbers, as in golden.py. */
export function checksum(numbers: Iterable<number>): number {
  let h = 0x811c9dc5;
  for (const n of numbers) h = Math.imul(h ^ n, 16777619);
  return h >>> 0;
}
