import { epochMs, type EpochMs, type MonoMs } from '../time.ts';
import type { ClockState, ClockStatus } from './shared-clock.ts';

/**
 * All that is needed to tell shared time and its bound at any instant, as plain data: the Worker posts it, the page
 * evaluates it at every frame. Offsets are shared time minus the local monotonic clock, ms.
 */
export interface Reading {
  readonly line: Line;
  /** What is proven of the offset; null while nothing is. */
  readonly proven: Proven | null;
  /** `syncing` until the burst of probes has settled. */
  readonly phase: 'unsynced' | 'syncing' | 'synced';
  readonly epoch: string | null;
  readonly generation: number;
  /** When the last answer came, local monotonic ms. */
  readonly heardAt: number | null;
  readonly roundTripMs: number | null;
  /** What 99 of 100 messages take of late until they are taken in; ms; null before the first. */
  readonly delayMs: number | null;
}

/** The clock's output: offset + rate·g + what is left of the slew, g ms after `at`. */
export interface Line {
  readonly at: number;
  readonly offset: number;
  readonly rate: number;
  /** Output minus estimate at `at`; vanishes evenly within `slewForMs`. */
  readonly slew: number;
  readonly slewForMs: number;
}

/** At `at` the offset was within low…high and its rate within lowRate…highRate, changing by `wander` (1/ms) at most. */
export interface Proven {
  readonly at: number;
  readonly low: number;
  readonly high: number;
  readonly lowRate: number;
  readonly highRate: number;
  readonly wander: number;
  readonly maxRate: number;
  readonly resolutionMs: number;
}

/** Silence after which a clock is in holdover: a little more than two probes at the lowest rate. */
export const holdoverAfterMs = 5_000;

/** Shared time at an instant of the local monotonic clock. */
export function sharedNow({ line }: Reading, mono: MonoMs): EpochMs {
  return epochMs(mono + line.offset + line.rate * (mono - line.at) + slewLeft(line, mono));
}

function slewLeft({ at, slew, slewForMs }: Line, mono: number): number {
  return slew * Math.max(0, 1 - Math.max(0, mono - at) / slewForMs);
}

/** The certified bound of the output's error at an instant, ms. Infinity while nothing is proven. */
export function bound(reading: Reading, mono: MonoMs): number {
  const { proven } = reading;
  if (proven === null) return Infinity;
  const ageMs = Math.max(0, mono - proven.at);
  const offset = sharedNow(reading, mono) - mono;
  const high = proven.high + drifted(proven.highRate, proven, ageMs);
  const low = proven.low - drifted(-proven.lowRate, proven, ageMs);
  return Math.max(high - offset, offset - low) + proven.resolutionMs;
}

/** How far a rate that keeps growing by `wander`, up to `maxRate`, carries in `ageMs`. */
function drifted(rate: number, { wander, maxRate }: Proven, ageMs: number): number {
  const growsForMs = Math.min(ageMs, Math.max(0, maxRate - rate) / wander);
  return rate * ageMs + (wander / 2) * growsForMs * growsForMs + wander * growsForMs * (ageMs - growsForMs);
}

export function statusAt(reading: Reading, mono: MonoMs): ClockStatus {
  const { phase, heardAt } = reading;
  if (phase === 'unsynced' || heardAt === null) return 'unsynced';
  if (mono - heardAt > holdoverAfterMs) return 'holdover';
  return phase;
}

export function clockState(reading: Reading, mono: MonoMs): ClockState {
  return {
    status: statusAt(reading, mono),
    epoch: reading.epoch,
    boundMs: bound(reading, mono),
    offsetMs: sharedNow(reading, mono) - mono,
    roundTripMs: reading.roundTripMs,
    delayMs: reading.delayMs,
    skewPpm: reading.line.rate * 1e6,
    slewLeftMs: slewLeft(reading.line, mono),
    generation: reading.generation,
  };
}
