import type { Pace } from '../player/player-options.ts';
import type { Refresh } from '../player/refresh.ts';

/** While one screen is looked at closely, the others are out of sight. */
export const hiddenPace: Pace = { quality: 'light', everyMs: 1_000 };
export const closePace: Pace = { quality: 'full', everyMs: 0 };

/** How often thirteen small pictures are drawn, ms; where each stands at any frame is a function of time either way. */
const every = { least: 1000 / 30, first: 1000 / 20, most: 500 } as const;
/** Of all frames: above, the machine is asked for too much; below, it has room. */
const dropped = { tooMuch: 0.2, little: 0.05 } as const;

export const firstPace: Pace = { quality: 'light', everyMs: every.first };

/** The pace after a while in which so many frames were drawn and dropped. */
export function nextPace(pace: Pace, before: Refresh, after: Refresh): Pace {
  const drawn = after.drawn - before.drawn;
  const lost = after.dropped - before.dropped;
  if (drawn + lost === 0) return pace;
  const share = lost / (drawn + lost);
  if (share > dropped.tooMuch) return { ...pace, everyMs: Math.min(every.most, pace.everyMs * 1.5) };
  if (share < dropped.little) return { ...pace, everyMs: Math.max(every.least, pace.everyMs / 1.25) };
  return pace;
}
