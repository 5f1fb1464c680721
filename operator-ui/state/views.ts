/** The console's views, in the order of their number keys. */
export const viewNames = ['hall', 'schedule', 'show', 'journal'] as const;
export type ViewName = (typeof viewNames)[number];

/** The view that the address asks for. */
export function viewOfHash(hash: string): ViewName {
  return viewNames.find((name) => hash === `#${name}`) ?? 'hall';
}
