/** The newest values of something measured, for a percentile that follows it. */
export interface Recent {
  add(value: number): void;
  /** The value that `share` (0 to 1) of the kept ones do not exceed. */
  percentile(share: number): number;
}

/** A hundredth can be told of so many values. */
const least = 100;

/**
 * Keeps the newest `kept` values. What is missing to a hundred counts as `usual`: with fewer, the 99th percentile is the
 * largest, and one slow start would stand in every estimate for as long as it is kept.
 */
export function createRecent(kept: number, usual: number): Recent {
  const values: number[] = [];
  let next = 0;
  return {
    add(value) {
      values[next] = value;
      next = (next + 1) % kept;
    },
    percentile(share) {
      const missing = Array.from({ length: Math.max(0, least - values.length) }, () => usual);
      const sorted = [...values, ...missing].toSorted((a, b) => a - b);
      return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? usual;
    },
  };
}
