import { createRecent } from '#shared/recent.ts';

/** How long what comes to a page waits until the page, busy drawing, takes it in. */
export interface TakeIn {
  /** Something that was said at `saidAt` has just been taken in, at `now`; both on one clock, ms. */
  heard(saidAt: number, now: number): void;
  /** What nine of ten do not exceed of late, ms; 0 while little was heard. */
  usualMs(): number;
}

const kept = 100;

/**
 * Nine of ten, since a take comes when its picture is ready and rests: the tenth is heard while the next picture is made
 * ready, or just after a change. What has piled up while the page hung is one wait, not many.
 */
export function createTakeIn(): TakeIn {
  const waits = createRecent(kept, 0);
  let heardAt = -Infinity;
  return {
    heard(saidAt, now) {
      if (saidAt >= heardAt) waits.add(Math.max(0, now - saidAt));
      heardAt = now;
    },
    usualMs: () => waits.percentile(0.9),
  };
}
