import { encode } from "uqr";

import { MAX_QR_CHARACTERS } from "./limits";

/** A QR picture as one SVG path. Draw it dark on light, in a viewBox of 0 0 `size` `size`. */
export interface QrPicture {
  /** Modules a side, with the quiet zone of four that readers need. */
  size: number;
  path: string;
}

/** The picture of a share code, or null if the code is too long for one. */
export const qrPicture = (code: string): QrPicture | null => {
  if (code.length > MAX_QR_CHARACTERS) return null;
  const { size, data } = encode(code, { ecc: "L", boostEcc: true, border: 4 });
  const parts: string[] = [];
  data.forEach((row, y) => {
    // One stroke for each run of dark modules.
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      parts.push(`M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`);
    }
  });
  return { size, path: parts.join("") };
};
