import { mirrorLimits } from '#shared/mirrors.ts';
import type { Pace } from '../player/player-options.ts';

export const firstPace: Pace = { quality: 'light', everyMs: mirrorLimits.everyMs };
/** A picture that stands still draws no frame until it is live again. */
export const stillPace: Pace = { quality: 'light', everyMs: Infinity };

const slowestMs = 5_000;
/** How much later than it should a timer may come, ms: above, the console would feel it; below, there is room. */
const lag = { tooMuch: 60, little: 15 } as const;

/** The pace after a while in which timers came so late. The console's own work goes before its pictures. */
export function pacedBy(pace: Pace, lateMs: number): Pace {
  if (lateMs > lag.tooMuch) return { ...pace, everyMs: Math.min(slowestMs, pace.everyMs * 1.6) };
  if (lateMs < lag.little) return { ...pace, everyMs: Math.max(mirrorLimits.everyMs, pace.everyMs / 1.25) };
  return pace;
}
