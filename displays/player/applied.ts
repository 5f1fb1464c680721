import type { Wanted } from './appearance.ts';

/** A change that was drawn: planned and actual instant on the shared clock, ms. */
export interface Flip {
  readonly run: Wanted['run'];
  readonly cue: number;
  readonly plannedAt: number;
  readonly shownAt: number;
  readonly droppedFrames: number;
}

/** Entering in the middle at the first picture of a page is joining, not a change that came late. */
const joiningMs = 1_000;

/** The change between what was on the glass (`before`, null at first) and what is there from `shownAt` on, if any. */
export function flipOf(before: string | null, wanted: Wanted, shownAt: number, droppedFrames: number): Flip | null {
  if (before === wanted.key) return null;
  if (before === null && shownAt - wanted.since > joiningMs) return null;
  return { run: wanted.run, cue: wanted.cue, plannedAt: wanted.since, shownAt, droppedFrames };
}
