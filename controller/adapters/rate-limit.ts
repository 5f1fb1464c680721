export interface RateLimit {
  /** Whether the key may go on; asking costs nothing. */
  isOpen(key: string): boolean;
  /** Counts one, and says whether it was within the limit. */
  use(key: string): boolean;
}

/** At most `limit` uses per key, refilled evenly over `perMs`. Remembers the `keys` that came last. */
export function createRateLimit(options: {
  readonly now: () => number;
  readonly limit: number;
  readonly perMs: number;
  readonly keys?: number;
}): RateLimit {
  const { now, limit, perMs, keys = 10_000 } = options;
  const used = new Map<string, { readonly level: number; readonly at: number }>();

  const levelOf = (key: string): number => {
    const found = used.get(key);
    return found === undefined ? 0 : Math.max(0, found.level - ((now() - found.at) * limit) / perMs);
  };
  return {
    isOpen: (key) => levelOf(key) + 1 <= limit,
    use(key) {
      const level = levelOf(key);
      const isWithin = level + 1 <= limit;
      used.delete(key);
      used.set(key, { level: isWithin ? level + 1 : level, at: now() });
      if (used.size > keys) {
        const [oldest] = used.keys();
        if (oldest !== undefined) used.delete(oldest);
      }
      return isWithin;
    },
  };
}
