/** Curves over a scene's position. All are pure, so that any position can be sought. */

/** 0 to 1 and back within one period, softly; 0 at its start. For light that drifts. */
export function drift(positionMs: number, periodMs: number): number {
  return 0.5 - 0.5 * Math.cos((2 * Math.PI * positionMs) / periodMs);
}

/** Position inside a loop, ms; also for positions before zero. */
export function inLoop(positionMs: number, periodMs: number): number {
  return ((positionMs % periodMs) + periodMs) % periodMs;
}

/** How far a passage from `fromMs` over `durationMs` has come, 0..1. */
export function passage(positionMs: number, fromMs: number, durationMs: number): number {
  if (durationMs <= 0) return positionMs >= fromMs ? 1 : 0;
  return Math.min(1, Math.max(0, (positionMs - fromMs) / durationMs));
}

/** Leaves gently, arrives gently. */
export function easeInOut(t: number): number {
  return t * t * (3 - 2 * t);
}

/** Arrives gently. */
export function easeOut(t: number): number {
  return 1 - (1 - t) ** 3;
}

/** 1 between two positions, with soft edges of `edgeMs` inside them; 0 elsewhere. */
export function presence(positionMs: number, fromMs: number, untilMs: number, edgeMs: number): number {
  return easeInOut(Math.min(passage(positionMs, fromMs, edgeMs), 1 - passage(positionMs, untilMs - edgeMs, edgeMs)));
}
