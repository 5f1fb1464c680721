import { createRecent, type Recent } from '#shared/recent.ts';
import { keptDelays } from './probe-loop.ts';

/** How long what the controller says takes until the page, busy drawing, has taken it in. */
export interface TakeIn {
  /** What took `delayMs` on the link and was said to the page at `saidAt` has just been taken in, at `now`; ms. */
  heard(delayMs: number, saidAt: number, now: number): void;
  /** From `now` on the page prepares a scene or passes from one to another, or does neither. */
  setBusy(isBusy: boolean, now: number): void;
  /** What the most do not exceed of late while the page is as busy as it is, ms: 19 of 20 at rest, 99 of 100 else. */
  usualMs(): number;
}

/**
 * What holds up one message in fifty of a page at rest comes by chance and says nothing of the next take, which waits
 * longer than a quick message anyway; what holds up a page that prepares lasts as long as it prepares.
 */
const restingShare = 0.95;
const busyShare = 0.99;

/**
 * What has piled up while the page hung is one wait, not many. A page that has prepared what is armed rests until the
 * take, so what held it up meanwhile says nothing of how it will hear of the take, and would make every take of the next
 * minutes late. The last message before it begins is counted with that: the same may have held up both.
 */
export function createTakeIn(): TakeIn {
  const resting = createRecent(keptDelays, 0);
  const busy = createRecent(keptDelays, 0);
  let heardAt = -Infinity;
  let latest: number | null = null;
  /** A page that starts is busy. */
  let restsSince = Infinity;

  function settle(waits: Recent): void {
    if (latest !== null) waits.add(latest);
    latest = null;
  }

  return {
    heard(delayMs, saidAt, now) {
      settle(resting);
      if (saidAt >= heardAt) latest = delayMs + Math.max(0, now - saidAt);
      if (saidAt < restsSince) settle(busy);
      heardAt = now;
    },
    setBusy(isBusy, now) {
      if (isBusy) settle(busy);
      restsSince = isBusy ? Infinity : now;
    },
    usualMs() {
      const usualMs = resting.percentile(restingShare);
      return restsSince === Infinity ? Math.max(usualMs, busy.percentile(busyShare)) : usualMs;
    },
  };
}
