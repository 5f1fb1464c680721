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
  /** The same in order, kept so: a take asks a thousand of these at once, while values come one by one. */
  const sorted: number[] = [];
  let next = 0;
  return {
    add(value) {
      const old = values[next];
      if (old !== undefined) sorted.splice(below(sorted, old), 1);
      sorted.splice(below(sorted, value), 0, value);
      values[next] = value;
      next = (next + 1) % kept;
    },
    percentile(share) {
      const missing = Math.max(0, least - sorted.length);
      const count = sorted.length + missing;
      const rank = Math.min(count - 1, Math.ceil(share * count) - 1);
      const smaller = below(sorted, usual);
      if (rank < smaller) return sorted[rank] ?? usual;
      return rank < smaller + missing ? usual : (sorted[rank - missing] ?? usual);
    },
  };
}

/** How many of the sorted values are smaller. */
function below(sorted: readonly number[], value: number): number {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
