interface Known {
  readonly on: readonly unknown[];
  readonly value: unknown;
}

/** What resolution remembers between calls. It belongs to the caller; with or without it the answers are the same. */
export interface ScheduleMemo {
  /** By the document that a result was made from, then by the name of the result. */
  readonly known: WeakMap<object, Map<string, Known>>;
}

export function createScheduleMemo(): ScheduleMemo {
  return { known: new WeakMap() };
}

/**
 * The value made from `owner`, made again only when one of the things in `on` is another one. State is replaced and
 * never mutated, so that the same object is the same content. A name must always be used for the same type.
 */
export function remember<Value>(
  memo: ScheduleMemo,
  owner: object,
  name: string,
  on: readonly unknown[],
  make: () => Value,
): Value {
  let named = memo.known.get(owner);
  if (named === undefined) memo.known.set(owner, (named = new Map<string, Known>()));
  const known = named.get(name);
  if (known !== undefined && known.on.length === on.length && known.on.every((one, index) => one === on[index])) {
    return known.value as Value;
  }
  const value = make();
  named.set(name, { on, value });
  return value;
}
