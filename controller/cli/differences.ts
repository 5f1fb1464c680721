/** Where two documents differ, as paths such as `screens.map.outputDelayMs`; parts with an id are named by it. */
export function differences(before: unknown, after: unknown, path: readonly string[] = []): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [one, other] = [partsOf(before), partsOf(after)];
  if (one === null || other === null) return [path.join('.')];
  const names = [...new Set([...one.keys(), ...other.keys()])];
  return names.flatMap((name) => differences(one.get(name), other.get(name), [...path, name]));
}

function partsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (value === null || typeof value !== 'object') return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  return new Map(value.map((part: unknown, index) => [nameOf(part) ?? String(index), part]));
}

function nameOf(part: unknown): string | null {
  return part !== null && typeof part === 'object' && 'id' in part && typeof part.id === 'string' ? part.id : null;
}
