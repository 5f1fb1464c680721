/** An element that exists, or one that is wanted: what it is for, and what it shows. */
export interface Bound {
  readonly key: string;
  readonly content: string;
}

/**
 * Which element serves each wanted appearance, in the order of their importance: its own, else one prepared for the same
 * content that nobody claims, else a new one (`from: null`). What is on the glass or `due` does not wait for a new one
 * while something holds one that somebody `may` ask for: that has the time to be made anew.
 */
export function bind(
  held: readonly Bound[],
  due: readonly Bound[],
  may: readonly Bound[] = [],
): readonly (Bound & { from: string | null })[] {
  const free = new Map(held.map((one) => [one.key, one.content]));
  const bound = new Map<string, string | null>();
  const isDue = (key: string): boolean => due.some((one) => one.key === key);
  const isWanted = (key: string): boolean => isDue(key) || may.some((one) => one.key === key);

  function find({ key, content }: Bound): string | null {
    if (free.get(key) === content) return key;
    const alike = [...free].filter(([, shown]) => shown === content).map(([of]) => of);
    const unclaimed = alike.find((of) => !isWanted(of));
    return unclaimed ?? (isDue(key) ? alike.find((of) => !isDue(of)) : undefined) ?? null;
  }

  return [...due, ...may].map((one) => {
    const { key, content } = one;
    const from = bound.has(key) ? (bound.get(key) ?? null) : find(one);
    bound.set(key, from);
    if (from !== null) free.delete(from);
    return { key, content, from };
  });
}
