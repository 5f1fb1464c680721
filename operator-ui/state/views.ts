/** The console's views, in the order of their number keys. */
export const viewNames = ['hall', 'schedule', 'show', 'journal', 'health', 'people', 'scenes', 'media'] as const;
export type ViewName = (typeof viewNames)[number];

/** The view that the address asks for. */
export function viewOfHash(hash: string): ViewName {
  if (screenOfHash(hash) !== null) return 'health';
  return viewNames.find((name) => hash === `#${name}`) ?? 'hall';
}

/** The screen whose page the address asks for, as the code on its ident does; null: all of them. */
export function screenOfHash(hash: string): string | null {
  return /^#screen=([a-z0-9-]+)$/.exec(hash)?.[1] ?? null;
}
