/** RFC 3492. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;

const adapt = (delta: number, points: number, first: boolean): number => {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + 38));
};

const digit = (value: number): string => String.fromCharCode(value < 26 ? 97 + value : 22 + value);

/** One label of a host in ASCII: `münchen` is `xn--mnchen-3ya`. At most 63 code points. */
export const labelToAscii = (label: string): string => {
  const points = Array.from(label, (char) => char.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 0x80);
  if (basic.length === points.length) return label;
  let out = String.fromCharCode(...basic) + (basic.length > 0 ? "-" : "");
  let n = 0x80;
  let delta = 0;
  let bias = 72;
  let done = basic.length;
  while (done < points.length) {
    const next = Math.min(...points.filter((point) => point >= n));
    delta += (next - n) * (done + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta += 1;
      if (point !== n) continue;
      let q = delta;
      for (let k = BASE; ; k += BASE) {
        const t = Math.min(T_MAX, Math.max(T_MIN, k - bias));
        if (q < t) break;
        out += digit(t + ((q - t) % (BASE - t)));
        q = Math.floor((q - t) / (BASE - t));
      }
      out += digit(q);
      bias = adapt(delta, done + 1, done === basic.length);
      delta = 0;
      done += 1;
    }
    delta += 1;
    n += 1;
  }
  return `xn--${out}`;
};
