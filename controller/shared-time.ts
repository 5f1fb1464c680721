import { randomUUID } from 'node:crypto';
import { epochMs, ppm, type EpochMs } from '#shared/time.ts';

/** The wall clock left shared time by more than it may. */
export interface WallStep {
  /** Wall clock minus shared time, ms: positive when the wall clock is ahead. */
  readonly byMs: number;
  /** Shared time when it was seen. */
  readonly at: EpochMs;
}

/** `stepped` until the wall clock is back within a second, or a person adopts it. */
export type WallState =
  | { readonly is: 'followed'; readonly offByMs: number }
  | { readonly is: 'stepped'; readonly byMs: number; readonly since: EpochMs };

export interface SharedTimeOptions {
  /** A monotonic clock, ms. */
  readonly mono: () => number;
  /** The machine's wall clock, ms since the Unix epoch. */
  readonly wall: () => number;
  /** The wall clock moved away by more than a second: journal it and hold. Shared time goes on undisturbed. */
  readonly onWallStep?: (step: WallStep) => void;
  /** The wall clock is back where shared time is. */
  readonly onWallReturn?: (at: EpochMs) => void;
  readonly freshEpoch?: () => string;
  /** Calls `tick` every `ms`; returns its stop. Injected by tests. */
  readonly every?: (tick: () => void, ms: number) => () => void;
}

export interface SharedTime {
  /** Shared time, ms since the Unix epoch, fractional. Never runs backward within an epoch. */
  now(): EpochMs;
  /** Changes when time is set anew; sent with every answered probe. */
  epoch(): string;
  wall(): WallState;
  /** A person says that the wall clock is right: time is set to it, in a new epoch. */
  adoptWall(): void;
  stop(): void;
}

const tickMs = 1_000;
const stepLimitMs = 1_000;
const maxSlew = ppm(100);
/** The rate changes by 1 ppm a minute at most, like a crystal that warms: the screens' bound allows for it (docs/decisions/0004-shared-clock-hulls.md). */
const maxSlewChangePerMs = ppm(1) / 60_000;
/** A wall clock in whole ms, read between other work, says no more than this. */
const deadBandMs = 5;

/** The time of the hall: this machine's monotonic clock, slewed gently to its wall clock, never stepped by it. */
export function createSharedTime(options: SharedTimeOptions): SharedTime {
  const { mono, wall, freshEpoch = randomUUID, every = everyInterval } = options;
  let anchor = { mono: mono(), shared: wall(), slew: 0 };
  let epoch = freshEpoch();
  let stepped: { readonly byMs: number; readonly since: EpochMs } | null = null;

  const at = (m: number): EpochMs => epochMs(anchor.shared + (m - anchor.mono) * (1 + anchor.slew));
  const now = (): EpochMs => at(mono());

  function tick(): void {
    const m = mono();
    const shared = at(m);
    const offByMs = wall() - shared;
    const isAway = Math.abs(offByMs) > stepLimitMs;
    const target = isAway ? 0 : slewTowards(offByMs);
    const change = (m - anchor.mono) * maxSlewChangePerMs;
    anchor = { mono: m, shared, slew: anchor.slew + clamp(target - anchor.slew, change) };
    if (isAway && (stepped === null || Math.abs(offByMs - stepped.byMs) > stepLimitMs)) {
      stepped = { byMs: offByMs, since: shared };
      options.onWallStep?.({ byMs: offByMs, at: shared });
    } else if (!isAway && stepped !== null) {
      stepped = null;
      options.onWallReturn?.(shared);
    }
  }
  const stop = every(tick, tickMs);

  return {
    now,
    epoch: () => epoch,
    wall: () =>
      stepped === null
        ? { is: 'followed', offByMs: wall() - now() }
        : { is: 'stepped', byMs: stepped.byMs, since: stepped.since },
    adoptWall() {
      anchor = { mono: mono(), shared: wall(), slew: 0 };
      epoch = freshEpoch();
      stepped = null;
    },
    stop,
  };
}

/** The fastest rate from which the correction can still be braked in time: v² = 2·a·d. */
function slewTowards(offByMs: number): number {
  const beyondMs = Math.abs(offByMs) - deadBandMs;
  if (beyondMs <= 0) return 0;
  return Math.sign(offByMs) * Math.min(maxSlew, Math.sqrt(2 * maxSlewChangePerMs * beyondMs));
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

function everyInterval(tick: () => void, ms: number): () => void {
  const timer = setInterval(tick, ms);
  timer.unref();
  return () => clearInterval(timer);
}
