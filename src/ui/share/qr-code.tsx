import { useMemo } from "preact/hooks";

import { qrPicture } from "../../core/lists/qr";

/** A share code as a picture that a phone can read, or why there is none. Dark on light in every colour scheme. */
export const QrCode = ({ code }: { code: string }) => {
  const picture = useMemo(() => qrPicture(code), [code]);
  if (!picture) return <p class="hint">This list is too long for a picture. Share the code or a file.</p>;
  const box = `0 0 ${picture.size} ${picture.size}`;
  return (
    <svg
      class="qr"
      viewBox={box}
      role="img"
      aria-label="The share code as a QR picture"
      shape-rendering="crispEdges"
    >
      <rect class="qr-back" width={picture.size} height={picture.size} />
      <path class="qr-dark" d={picture.path} />
    </svg>
  );
};
