/**
 * A stable 53-bit hash of text: two 32-bit multiply-and-shift lanes. Not secret and not for security;
 * it tells contents apart within one browser.
 */
export const hash = (text: string): number => {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x5bd1e995);
    b = Math.imul(b + code, 0x27d4eb2f) ^ (b >>> 15);
    a ^= a >>> 13;
  }
  a = Math.imul(a ^ (b >>> 7), 0x2c1b3c6d);
  b = Math.imul(b ^ (a >>> 12), 0x297a2d39);
  return ((b >>> 0) & 0x1fffff) * 0x1_0000_0000 + ((a ^ (a >>> 15)) >>> 0);
};
