/** Where a timeline is, as the scene was last told: position `positionMs` at `atMs` of the page's monotonic clock. */
export interface Target {
  readonly positionMs: number;
  readonly atMs: number;
  readonly isMoving: boolean;
}

/** A timeline that was told twice and did not move stands; told once, it is taken to stand until it moves. */
export function nextTarget(before: Target | null, positionMs: number, atMs: number): Target {
  if (before === null) return { positionMs, atMs, isMoving: false };
  if (atMs <= before.atMs) return { positionMs, atMs, isMoving: before.isMoving };
  return { positionMs, atMs, isMoving: Math.abs(positionMs - before.positionMs) > 0.01 };
}

/** Its position at another instant, ms. */
export function positionAt({ positionMs, atMs, isMoving }: Target, nowMs: number): number {
  return isMoving ? positionMs + (nowMs - atMs) : positionMs;
}

/** Which turn of a loop a position is in, and where in it; the first and only one where the film does not begin again. */
export function turnAt(positionMs: number, durationMs: number, loops: boolean): { turn: number; intoMs: number } {
  if (!loops || !(durationMs > 0) || !Number.isFinite(durationMs)) {
    return { turn: 0, intoMs: Math.min(Math.max(0, positionMs), durationMs > 0 ? durationMs : Infinity) };
  }
  const turn = Math.max(0, Math.floor(positionMs / durationMs));
  return { turn, intoMs: Math.max(0, positionMs - turn * durationMs) };
}
