const GRAINS = [
  [4.2, 14.6],
  [13.7, 9.3],
  [21.7, 15.2],
] as const;

/** The sign of Winnow: a basket, and grain above it. */
export const Brand = ({ size = 28 }: { size?: number }) => (
  <svg class="brand" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
    <path
      class="brand-basket"
      d="M1 17.5h30a1 1 0 0 1 1 1.1C31.2 25.6 24.4 31 16 31S.8 25.6 0 18.6a1 1 0 0 1 1-1.1z"
    />
    <path class="brand-weave" d="M5.5 22h21M9.5 26.2h13" />
    {GRAINS.map(([x, y]) => (
      <path key={x} class="brand-grain" d={`M${x} ${y}c-.4-4.6 2-8 6.8-8.7.5 4.7-2 8.3-6.8 8.7z`} />
    ))}
  </svg>
);
