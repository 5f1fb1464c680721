/** The item after this one, round and round. */
export function nextOf<T>(list: readonly T[], item: T): T {
  return list[(list.indexOf(item) + 1) % list.length] ?? item;
}
