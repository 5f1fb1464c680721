/** Which picture stands at a position, for how long already, and which came before it; null before the first turn of any. */
export interface SlideMoment {
  readonly index: number;
  readonly before: number | null;
  readonly next: number;
  readonly intoMs: number;
}

export function slideAt(positionMs: number, count: number, slideMs: number): SlideMoment {
  const at = Math.max(0, positionMs);
  const turn = Math.floor(at / slideMs);
  const index = turn % count;
  return {
    index,
    before: turn === 0 || count === 1 ? null : (index + count - 1) % count,
    next: (index + 1) % count,
    intoMs: at - turn * slideMs,
  };
}
