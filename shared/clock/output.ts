import { monoMs, ppm } from '../time.ts';
import type { Allowed } from './band.ts';
import type { Filter, Sample } from './filter.ts';
import { sharedNow, type Line, type Reading } from './reading.ts';

/** The burst at a start or reset: its probes, or those that came in time on a slow link. */
const burst = { samples: 20, fewSamples: 5, longMs: 3_000 } as const;
const maxSlew = ppm(500);
/** Small corrections are spread over this. */
const softMs = 1_000;
/** A step that nobody sees: worth it above one frame, while nothing moves. */
const frameMs = 1000 / 60;
/** Above this a forward slew would take longer than eight minutes, and a jump is the smaller evil. */
const alwaysStepMs = 250;
/** Above this time is set anew, in a new generation, rather than slewed backward for half an hour. */
const setAnewMs = 1_000;

/** Offset and rate as estimated, within what is proven; relative to the filter's base. */
export interface Found extends Allowed {
  readonly offset: number;
  readonly rate: number;
}

/** The reading after a sample: the output is led towards the estimate, never backward within a generation. */
export function output(filter: Filter, sample: Sample, found: Found): Reading {
  const { reading, config, baseMs } = filter;
  const { t1, t2, t3, t4 } = sample;
  const isSettled =
    reading.phase === 'synced' ||
    filter.samples >= burst.samples ||
    (filter.samples >= burst.fewSamples && t4 - filter.firstAt >= burst.longMs);
  const heard = {
    proven: {
      at: t4,
      low: found.low + baseMs,
      high: found.high + baseMs,
      lowRate: found.lowRate,
      highRate: found.highRate,
      wander: filter.certain.wander,
      maxRate: ppm(config.maxSkewPpm),
      resolutionMs: config.resolutionMs,
    },
    epoch: sample.epoch,
    heardAt: t4,
    roundTripMs: t4 - t1 - (t3 - t2),
  };
  const target = { at: t4, offset: found.offset + baseMs, rate: found.rate };
  const aheadMs = sharedNow(reading, monoMs(t4)) - t4 - target.offset;
  if (!isSettled) {
    // Somebody waits for the first picture: the first answer is a better guess than the machine's wall clock, and those
    // that follow make it better yet. From then on it only moves forward.
    const isBetter = reading.generation === 0 && (reading.proven === null || aheadMs < 0);
    const line: Line = isBetter ? { ...target, slew: 0, slewForMs: 1 } : reading.line;
    return { ...reading, ...heard, line, phase: 'syncing' };
  }
  const isNew = reading.generation === 0 || aheadMs > setAnewMs;
  const mayStep = aheadMs < -alwaysStepMs || (filter.isStill && aheadMs < -frameMs);
  const line: Line = isNew || mayStep ? { ...target, slew: 0, slewForMs: 1 } : slewed(target, aheadMs);
  return { ...reading, ...heard, phase: 'synced', line, generation: reading.generation + (isNew ? 1 : 0) };
}

function slewed(target: Omit<Line, 'slew' | 'slewForMs'>, aheadMs: number): Line {
  return { ...target, slew: aheadMs, slewForMs: Math.max(softMs, Math.abs(aheadMs) / maxSlew) };
}
