export type Path = readonly (string | number)[];

/** The value at this place, or undefined. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) {
    if (here === null || typeof here !== 'object') return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[key];
  }
  return here;
}

/** The same with another value at this place; undefined takes the place away. What is not on the way stays as it is. */
export function withValue(value: unknown, path: Path, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  const inner = withValue(valueAt(value, [key]), rest, next);
  if (Array.isArray(value) || typeof key === 'number') {
    const list = Array.isArray(value) ? [...(value as readonly unknown[])] : [];
    if (inner === undefined) list.splice(Number(key), 1);
    else list[Number(key)] = inner;
    return list;
  }
  const { [key]: _before, ...others } = (value ?? {}) as Record<string, unknown>;
  // In its old place, so that nothing moves in a history of changes.
  if (inner === undefined) return others;
  return { ...(value as object), [key]: inner };
}

/** Every place where two documents differ, with what stood and what stands there; undefined: nothing. */
export interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** In the order of the second document; `version` is no difference. */
export function differences(before: unknown, after: unknown, path: Path = []): readonly Difference[] {
  if (isTree(before) && isTree(after)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...keys].flatMap((key) =>
      path.length === 0 && key === 'version'
        ? []
        : differences(valueAt(before, [key]), valueAt(after, [key]), [...path, key]),
    );
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path: path.join('.'), before, after }];
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;
