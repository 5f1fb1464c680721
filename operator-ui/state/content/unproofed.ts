import type { Scene, Show } from '#shared/scene.ts';

/** The same, marking as unread every language whose words differ from those before; reading them is a person's act. */
export function markUnproofed<Body extends Scene | Show>(
  before: Scene | Show | null,
  after: Body,
  order: readonly string[],
): Body {
  if (JSON.stringify(before?.unproofed) !== JSON.stringify(after.unproofed)) return after;
  const changed = new Set(order.filter((tag) => textsIn(before, tag).join('\n') !== textsIn(after, tag).join('\n')));
  const unproofed = order.filter((tag) => changed.has(tag) || after.unproofed?.includes(tag) === true);
  return unproofed.length === 0 ? after : { ...after, unproofed };
}

/** Every text of the document in this language. */
function textsIn(value: unknown, tag: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    key === tag && typeof one === 'string' ? [one] : textsIn(one, tag),
  );
}
