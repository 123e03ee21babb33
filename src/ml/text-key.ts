/** A key for a text that does not hold the text: its length and two independent 32-bit hashes. Not for security. */
export function textKey(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul((b << 13) | (b >>> 19), 5) ^ Math.imul(c + 0x9e3779b9, 0x85ebca6b);
  }
  return `${text.length.toString(36)}.${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}`;
}
