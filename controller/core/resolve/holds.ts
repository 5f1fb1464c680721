import type { ScreenId } from '#shared/ids.ts';
import type { Segment, Timeline } from '#shared/scene.ts';
import type { Claim } from '../claim.ts';
import { holdsAlways } from './order.ts';

/** A stretch in which a claim has something for a screen. `until` is not in it. */
export interface Hold {
  readonly from: number;
  readonly until: number;
}

/** The first cue that has a part for the screen; -1: none. */
export function firstCueOf(timeline: Timeline, screen: ScreenId): number {
  return timeline.cues.findIndex((cue) => cue.parts.some((part) => part.screens.includes(screen)));
}

/** The same for every screen that the timeline names, in one pass: what lists a thousand screens is read once. */
export function firstCues(timeline: Timeline): ReadonlyMap<ScreenId, number> {
  const found = new Map<ScreenId, number>();
  for (const [index, cue] of timeline.cues.entries())
    for (const part of cue.parts) for (const screen of part.screens) if (!found.has(screen)) found.set(screen, index);
  return found;
}

/** ms from the start of `fromCue` until cue `toCue` starts by itself (or the timeline ends), or null if it waits. */
function runUpMs(timeline: Timeline, fromCue: number, toCue: number): number | null {
  let total = 0;
  for (let index = fromCue; index < toCue; index++) {
    const cue = timeline.cues[index];
    if (cue?.durationMs === undefined || (index > fromCue && cue.trigger === 'go')) return null;
    total += cue.durationMs;
  }
  return timeline.cues[toCue]?.trigger === 'go' && toCue > fromCue ? null : total;
}

/** When, within a segment that begins at its zero, the chain has run `ms` from the segment's cue; null: never. */
function reached(segment: Segment, ms: number | null): number {
  if (ms === null) return Infinity;
  if (segment.at >= ms) return -Infinity;
  return segment.rate === 0 ? Infinity : segment.zero + (ms - segment.at);
}

/**
 * The stretches of [claim.from, claim.until) in which the claim holds the screen: from the cue that first has a scene
 * for it until the timeline has run out. The same answer as asking `shownByRun` and `runPosition` at every instant.
 */
export function holdsOn(claim: Claim, screen: ScreenId): readonly Hold[] {
  return holdsFrom(claim, firstCueOf(claim.timeline, screen));
}

/** The same for any screen that the timeline first names in cue number `firstCue`; -1: in none. */
export function holdsFrom(claim: Claim, firstCue: number): readonly Hold[] {
  const end = claim.until ?? Infinity;
  if (holdsAlways(claim)) return [{ from: claim.from, until: end }];
  if (firstCue < 0) return [];
  const { timeline, segments } = claim;
  const holds: Hold[] = [];
  let wasShown = false;
  segments.forEach((segment, index) => {
    const begins = index === 0 ? -Infinity : segment.zero;
    const ends = segments[index + 1]?.zero ?? Infinity;
    const shownFrom =
      segment.cue >= firstCue || (timeline.loop && wasShown)
        ? -Infinity
        : reached(segment, runUpMs(timeline, segment.cue, firstCue));
    const shownFromLoop = timeline.loop
      ? reached(segment, runUpMs(timeline, segment.cue, timeline.cues.length))
      : Infinity;
    const endsAt = timeline.loop ? Infinity : reached(segment, runUpMs(timeline, segment.cue, timeline.cues.length));
    const from = Math.max(begins, Math.min(shownFrom, shownFromLoop), claim.from);
    const until = Math.min(ends, endsAt, end);
    wasShown = Math.min(shownFrom, shownFromLoop) <= ends && ends !== -Infinity;
    if (from >= until) return;
    const last = holds.at(-1);
    if (last !== undefined && last.until === from) holds[holds.length - 1] = { from: last.from, until };
    else holds.push({ from, until });
  });
  return holds;
}
