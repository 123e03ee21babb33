/** One place where two texts differ: `removed` stood from line `at` (0-based, of the old text) on, `added` takes its place. */
export interface Hunk {
  at: number;
  removed: string[];
  added: string[];
}

/** Beyond this many pairs of lines, a stretch without a line of its own is replaced as a whole. */
const MAX_PAIRS = 250_000;
const MAX_DEPTH = 40;

interface Range {
  a: number;
  aEnd: number;
  b: number;
  bEnd: number;
  depth: number;
}

/** Positions of lines that stand once in each stretch, in an order that both share (patience difference). */
const anchors = (a: Int32Array, b: Int32Array, range: Range): [number, number][] => {
  // Line -> position of its only occurrence; -1 if it occurs again.
  const inB = new Map<number, number>();
  for (let j = range.b; j < range.bEnd; j += 1) inB.set(b[j]!, inB.has(b[j]!) ? -1 : j);
  const once = new Map<number, number>();
  for (let i = range.a; i < range.aEnd; i += 1) once.set(a[i]!, once.has(a[i]!) ? -1 : i);
  const pairs: [number, number][] = [];
  for (const [line, i] of once) {
    const j = inB.get(line) ?? -1;
    if (i >= 0 && j >= 0) pairs.push([i, j]);
  }
  return longestRising(pairs);
};

/** The longest run of pairs that rises in both; pairs come sorted by their first number. */
const longestRising = (pairs: readonly [number, number][]): [number, number][] => {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, j], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[index] = tails[low - 1]!;
    tails[low] = index;
  });
  const chain: [number, number][] = [];
  for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = before[at]!) chain.push(pairs[at]!);
  return chain.reverse();
};

/** Longest common subsequence of a small stretch, as pairs of positions. */
const commonLines = (a: Int32Array, b: Int32Array, range: Range): [number, number][] => {
  const rows = range.aEnd - range.a;
  const columns = range.bEnd - range.b;
  const width = columns + 1;
  const best = new Int32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1)
      best[i * width + j] =
        a[range.a + i] === b[range.b + j]
          ? best[(i + 1) * width + j + 1]! + 1
          : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (a[range.a + i] === b[range.b + j]) pairs.push([range.a + i++, range.b + j++]);
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return pairs;
};

/**
 * How one text becomes another, line by line. Near-linear in the number of lines: 100,000 against
 * 100,000 takes a fraction of a second, whatever they hold. The hunks come in order and do not touch.
 */
export const diffLines = (oldLines: readonly string[], newLines: readonly string[]): Hunk[] => {
  const numbers = new Map<string, number>();
  const numbered = (lines: readonly string[]): Int32Array =>
    Int32Array.from(lines, (line) => {
      const known = numbers.get(line);
      if (known !== undefined) return known;
      numbers.set(line, numbers.size);
      return numbers.size - 1;
    });
  const a = numbered(oldLines);
  const b = numbered(newLines);
  const hunks: Hunk[] = [];
  const replaced = ({ a: from, aEnd, b: into, bEnd }: Range): void => {
    if (from === aEnd && into === bEnd) return;
    const removed = oldLines.slice(from, aEnd);
    const added = newLines.slice(into, bEnd);
    const last = hunks[hunks.length - 1];
    if (last && last.at + last.removed.length === from) {
      for (const line of removed) last.removed.push(line);
      for (const line of added) last.added.push(line);
    } else hunks.push({ at: from, removed, added });
  };
  const walk = (range: Range): void => {
    let { a: from, aEnd, b: into, bEnd } = range;
    while (from < aEnd && into < bEnd && a[from] === b[into]) {
      from += 1;
      into += 1;
    }
    while (aEnd > from && bEnd > into && a[aEnd - 1] === b[bEnd - 1]) {
      aEnd -= 1;
      bEnd -= 1;
    }
    const rest: Range = { a: from, aEnd, b: into, bEnd, depth: range.depth + 1 };
    if (from === aEnd || into === bEnd || rest.depth > MAX_DEPTH) return replaced(rest);
    let shared = anchors(a, b, rest);
    const small = (aEnd - from) * (bEnd - into) <= MAX_PAIRS;
    const final = shared.length === 0;
    if (final && small) shared = commonLines(a, b, rest);
    if (shared.length === 0) return replaced(rest);
    const step = final ? replaced : walk;
    let at = { a: from, b: into };
    for (const [i, j] of shared) {
      step({ a: at.a, aEnd: i, b: at.b, bEnd: j, depth: rest.depth });
      at = { a: i + 1, b: j + 1 };
    }
    step({ a: at.a, aEnd, b: at.b, bEnd, depth: rest.depth });
  };
  walk({ a: 0, aEnd: a.length, b: 0, bEnd: b.length, depth: 0 });
  return hunks;
};

/** Carry a difference out; null if it was not made from these lines. */
export const applyDiff = (lines: readonly string[], hunks: readonly Hunk[]): string[] | null => {
  const result: string[] = [];
  let at = 0;
  for (const { at: from, removed, added } of hunks) {
    if (from < at || removed.some((line, index) => lines[from + index] !== line)) return null;
    for (; at < from; at += 1) result.push(lines[at]!);
    for (const line of added) result.push(line);
    at = from + removed.length;
  }
  for (; at < lines.length; at += 1) result.push(lines[at]!);
  return result;
};
