/** Where a line starts in a text, in UTF-16 units; the end of the text if there are fewer lines. `line` is 1-based. */
export const startOfLine = (text: string, line: number): number => {
  let at = 0;
  for (let n = 1; n < line; n += 1) {
    const next = text.indexOf("\n", at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
};

/** How many lines an editor shows for a text. */
export const lineCount = (text: string): number => {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
};

/** Where a caret belongs after a text was replaced by another one from elsewhere. */
export const movedCaret = (before: string, after: string, caret: number): number => {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  if (caret <= head) return caret;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (caret >= before.length - tail) return caret + after.length - before.length;
  return Math.min(caret, after.length - tail);
};
