/** A scene that nobody touches for this long returns to its attract loop. */
export const idleMs = 30_000;
/** For this long before, it says so, and one touch keeps it. */
export const warningMs = 5000;

export type Idle =
  /** Nobody has touched, or everybody has left: the scene runs by its position. */
  | { readonly phase: 'attract' }
  | { readonly phase: 'touched' }
  | { readonly phase: 'leaving'; readonly secondsLeft: number };

/** Where a visit stands at `nowMs`, from the instant of the last touch; both shared time, so that a mirror agrees. */
export function idleAt(touchedAtMs: number | undefined, nowMs: number): Idle {
  if (touchedAtMs === undefined) return { phase: 'attract' };
  const leftMs = idleMs - (nowMs - touchedAtMs);
  if (leftMs <= 0) return { phase: 'attract' };
  if (leftMs <= warningMs) return { phase: 'leaving', secondsLeft: Math.ceil(leftMs / 1000) };
  return { phase: 'touched' };
}
