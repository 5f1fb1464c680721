/** What resolution remembers between calls. It belongs to the caller; with or without it the answers are the same. */
export interface ScheduleMemo {
  readonly known: WeakMap<object, unknown>;
}

export function createScheduleMemo(): ScheduleMemo {
  return { known: new WeakMap() };
}
