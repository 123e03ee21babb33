/**
 * What single code points mean to the normaliser. The same tables stand in models/train/normalise.py; a change here is a
 * change there, and of the model.
 */

/** Pairs "look-alike, Latin": Cyrillic, Greek and small-capital letters that pass for Latin ones. */
const LOOKALIKES =
  "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0457i\u0458j\u0455s\u0501d\u051bq\u051dw\u04bbh\u04cfl" +
  "\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0423Y\u0425X\u0406I\u0407I\u0408J\u0405S\u050cG\u04aeY" +
  "\u03b1a\u03bfo\u03bdv\u03c1p\u03b9i\u03bak\u03c5u\u03c7x" +
  "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X" +
  "\u1d00a\u0299b\u1d04c\u1d05d\u1d07e\ua730f\u0262g\u029ch\u026ai\u1d0aj\u1d0bk\u029fl\u1d0dm\u0274n\u1d0fo\u1d18p\u0280r\ua731s" +
  "\u1d1bt\u1d1cu\u1d20v\u1d21w\u028fy\u1d22z\u0251a\u0261g";

const LOOK: ReadonlyMap<number, string> = new Map(
  Array.from({ length: LOOKALIKES.length / 2 }, (_, i) => [
    LOOKALIKES.charCodeAt(2 * i),
    LOOKALIKES.charAt(2 * i + 1),
  ]),
);

/** The Latin letter that this code point passes for, if any. */
export const latinLookalike = (point: number): string | undefined => LOOK.get(point);

type Ranges = readonly (readonly [number, number])[];

/** Controls, zero-width and bidi marks, variation selectors, free combining marks, surrogates, private use: dropped. */
const DROPPED: Ranges = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x61c, 0x61c],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0xd800, 0xf8ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
  [0xfff0, 0xffff],
  [0xe0000, 0x10ffff],
];

/** Emoji, arrows, bullets and other pictures: a space. */
const PICTURES: Ranges = [
  [0x203c, 0x203c],
  [0x2049, 0x2049],
  [0x2022, 0x2023],
  [0x2043, 0x2043],
  [0x2122, 0x2122],
  [0x2190, 0x2211],
  [0x2213, 0x23ff],
  [0x2500, 0x2bff],
  [0x3030, 0x3030],
  [0x303d, 0x303d],
  [0x3297, 0x3297],
  [0x3299, 0x3299],
  [0x1f000, 0x1faff],
];

/** Wide, mathematical, circled and raised letters: folded by NFKC, one code point at a time. */
const DISGUISED: Ranges = [
  [0x2b0, 0x2b8],
  [0x1d2c, 0x1d6a],
  [0x2070, 0x209c],
  [0x2102, 0x2121],
  [0x2123, 0x2149],
  [0x2460, 0x24ff],
  [0xfb00, 0xfb06],
  [0xff01, 0xffee],
  [0x1d400, 0x1d7ff],
  [0x1f130, 0x1f149],
];

/** Marks that say more about the keyboard than about the writer. The em dash too: see docs/model.md. */
const MARKS: Readonly<Record<number, string>> = {
  0x2018: "'",
  0x2019: "'",
  0x201a: "'",
  0x201b: "'",
  0x2bc: "'",
  0xb4: "'",
  0x60: "'",
  0x2032: "'",
  0x2039: "'",
  0x203a: "'",
  0x201c: '"',
  0x201d: '"',
  0x201e: '"',
  0x201f: '"',
  0xab: '"',
  0xbb: '"',
  0x2033: '"',
  0x2026: "...",
  0x2010: "-",
  0x2011: "-",
  0x2012: "-",
  0x2013: "-",
  0x2212: "-",
  0x2014: " - ",
  0x2015: " - ",
};

const NEWLINES: ReadonlySet<number> = new Set([0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]);
const SPACES: ReadonlySet<number> = new Set([0x09, 0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000]);

const within = (ranges: Ranges, point: number): boolean =>
  ranges.some(([from, to]) => point >= from && point <= to);

/** What stands for one code point in a normalised text: itself, another spelling, a space, a line break, or nothing. */
export function plainForm(point: number): string {
  if (point < 0x7f && point >= 0x20 && point !== 0x60) return String.fromCharCode(point);
  const mark = MARKS[point];
  if (mark !== undefined) return mark;
  if (NEWLINES.has(point)) return "\n";
  if (SPACES.has(point) || (point >= 0x2000 && point <= 0x200a)) return " ";
  if (within(DROPPED, point)) return "";
  if ((point >= 0x1f150 && point < 0x1f16a) || (point >= 0x1f170 && point < 0x1f18a)) {
    return String.fromCharCode(65 + ((point - 0x1f150) % 32)); // negative circled and squared letters have no NFKC form
  }
  const char = String.fromCodePoint(point);
  if (within(DISGUISED, point)) return char.normalize("NFKC");
  return within(PICTURES, point) ? " " : char;
}

export const isLatin = (c: number): boolean =>
  (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || (c >= 0xc0 && c <= 0x24f) || (c >= 0x1e00 && c <= 0x1eff);

/** Letters that could be in Latin disguise. */
export const isGreekOrCyrillic = (c: number): boolean =>
  (c >= 0x370 && c <= 0x52f) || (c >= 0x1d00 && c <= 0x1d2b) || LOOK.has(c);
