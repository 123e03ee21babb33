/** The p-th percentile (0-100) of some measurements, by the nearest rank. */
export const percentileOf = (values: readonly number[], p: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1))] ?? Number.NaN
  );
};

export const median = (values: readonly number[]): number => percentileOf(values, 50);
