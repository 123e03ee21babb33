import { isGreekOrCyrillic, isLatin, latinLookalike } from "./characters";

const count = (points: readonly number[], test: (point: number) => boolean): number => {
  let n = 0;
  for (const point of points) if (test(point)) n += 1;
  return n;
};

function unmaskWord(word: string): string {
  const chars = Array.from(word);
  const foreign = chars.filter((c) => isGreekOrCyrillic(c.codePointAt(0) ?? 0));
  if (foreign.length === 0 || !foreign.every((c) => latinLookalike(c.codePointAt(0) ?? 0) !== undefined))
    return word;
  return chars.map((c) => latinLookalike(c.codePointAt(0) ?? 0) ?? c).join("");
}

/** In a text that is mostly Latin, words whose foreign letters all look Latin become Latin. Other texts are left alone. */
export function unmaskLookalikes(text: string): string {
  const points = Array.from(text, (c) => c.codePointAt(0) ?? 0);
  const other = count(points, isGreekOrCyrillic);
  if (other === 0 || count(points, isLatin) <= other) return text;
  return text
    .split(/([ \n])/)
    .map(unmaskWord)
    .join("");
}
