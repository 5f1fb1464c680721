import { createRecent } from '#shared/recent.ts';
import { keptDelays } from './probe-loop.ts';

/** How long what the controller says takes until the page, busy drawing, has taken it in. */
export interface TakeIn {
  /** What took `delayMs` on the link and was said to the page at `saidAt` has just been taken in, at `now`; ms. */
  heard(delayMs: number, saidAt: number, now: number): void;
  /** What 99 of 100 do not exceed of late, ms. */
  usualMs(): number;
}

/** What has piled up while the page hung is one wait, not many. */
export function createTakeIn(): TakeIn {
  const waits = createRecent(keptDelays, 0);
  let heardAt = -Infinity;
  return {
    heard(delayMs, saidAt, now) {
      if (saidAt >= heardAt) waits.add(delayMs + Math.max(0, now - saidAt));
      heardAt = now;
    },
    usualMs: () => waits.percentile(0.99),
  };
}
