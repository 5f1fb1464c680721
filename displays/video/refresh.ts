/** Between two refreshes of the screen, from the frames that a scene was asked to draw. */
export interface Refresh {
  readonly ms: number;
  readonly lately: readonly number[];
}

const looks = 60;

export const usualRefresh: Refresh = { ms: 1000 / 60, lately: [] };

/** One more frame, `sinceMs` after the one before. Frames that were left out say nothing. */
export function withFrame(refresh: Refresh, sinceMs: number): Refresh {
  if (!(sinceMs > 3 && sinceMs < 45)) return refresh;
  const lately = [...refresh.lately, sinceMs];
  if (lately.length < looks) return { ...refresh, lately };
  const sorted = lately.toSorted((a, b) => a - b);
  return { ms: sorted[looks >> 1] ?? refresh.ms, lately: [] };
}
