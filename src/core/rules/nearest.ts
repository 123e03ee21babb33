/** Levenshtein's distance, given up beyond `most`. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? most + 1;
};

/** The known word that a mistyped one was probably meant to be: at most 2 letters off, or the start of it. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  if (word.length > 20) return undefined;
  const near = known
    .map((candidate) => ({ candidate, off: distance(word, candidate, 2) }))
    .filter(({ candidate, off }) => off <= Math.min(2, candidate.length - 1))
    .sort((a, b) => a.off - b.off)[0];
  return (
    near?.candidate ?? (word.length >= 3 ? known.find((candidate) => candidate.startsWith(word)) : undefined)
  );
};
