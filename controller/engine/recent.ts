/** The newest values of something measured, for a percentile that follows it. */
export interface Recent {
  add(value: number): void;
  /** The value that `share` (0 to 1) of the kept ones do not exceed; `otherwise` while there is none. */
  percentile(share: number, otherwise: number): number;
}

export function createRecent(kept: number): Recent {
  const values: number[] = [];
  let next = 0;
  return {
    add(value) {
      values[next] = value;
      next = (next + 1) % kept;
    },
    percentile(share, otherwise) {
      if (values.length === 0) return otherwise;
      const sorted = values.toSorted((a, b) => a - b);
      return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? otherwise;
    },
  };
}
