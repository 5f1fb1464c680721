/** An element that exists, or one that is wanted: what it is for, and what it shows. */
export interface Bound {
  readonly key: string;
  readonly content: string;
}

/**
 * Which element serves each wanted appearance, in the order of their importance: its own, else one prepared for the
 * same content that nobody claims, else a new one (`from: null`).
 */
export function bind(held: readonly Bound[], wanted: readonly Bound[]): readonly (Bound & { from: string | null })[] {
  const free = new Map(held.map((one) => [one.key, one.content]));
  const own = new Set(wanted.filter(({ key, content }) => free.get(key) === content).map(({ key }) => key));
  for (const key of own) free.delete(key);
  return wanted.map(({ key, content }) => {
    if (own.has(key)) return { key, content, from: key };
    const from = [...free].find(([, shown]) => shown === content)?.[0] ?? null;
    if (from !== null) free.delete(from);
    return { key, content, from };
  });
}
