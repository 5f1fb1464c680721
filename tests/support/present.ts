/** The value, or a failing test where there is none. */
export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('expected something, found nothing');
  return value;
}
