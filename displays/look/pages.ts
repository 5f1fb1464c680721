/** Divides a list into pages of at most `most`, as evenly as can be; never empty. */
export function pagesOf<T>(all: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(all.length / most));
  const each = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, index) => all.slice(index * each, (index + 1) * each));
}

/** Which of `count` pages is open at a position, when each stays for `stayMs`. */
export function pageAt(positionMs: number, count: number, stayMs: number): number {
  return Math.floor(Math.max(0, positionMs) / stayMs) % count;
}
