/** An element that exists, or one that is wanted: what it is for, and what it shows. */
export interface Bound {
  readonly key: string;
  readonly content: string;
}

/** An element that exists. */
export interface Held extends Bound {
  readonly isReady: boolean;
}

/**
 * Which element serves each wanted appearance, in the order of their importance: its own, else one prepared for the same
 * content that nobody claims, else a new one (`from: null`). What is on the glass or due `now` does not wait for a new one
 * while something that is due `later`, or when somebody says so, holds one that is ready: that has the time.
 */
export function bind(
  held: readonly Held[],
  now: readonly Bound[],
  later: readonly Bound[],
): readonly (Bound & { from: string | null })[] {
  const free = new Map(held.map((one) => [one.key, one]));
  const bound = new Map<string, string | null>();
  const isNow = (key: string): boolean => now.some((one) => one.key === key);
  const isWanted = (key: string): boolean => isNow(key) || later.some((one) => one.key === key);

  function find({ key, content }: Bound): string | null {
    if (free.get(key)?.content === content) return key;
    const alike = [...free.values()].filter((one) => one.content === content);
    const unclaimed = alike.find((one) => !isWanted(one.key));
    const lent = isNow(key) ? alike.find((one) => one.isReady && !isNow(one.key)) : undefined;
    return (unclaimed ?? lent)?.key ?? null;
  }

  return [...now, ...later].map((one) => {
    const { key, content } = one;
    const from = bound.has(key) ? (bound.get(key) ?? null) : find(one);
    bound.set(key, from);
    if (from !== null) free.delete(from);
    return { key, content, from };
  });
}
