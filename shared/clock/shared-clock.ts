import type { EpochMs, MonoMs } from '../time.ts';

/**
 * How far the clock can be trusted. `unsynced`: no answer yet, the machine's own wall clock stands in. `syncing`: a
 * burst of probes is under way. `synced`. `holdover`: the link is silent, the clock runs on with its last known rate.
 */
export type ClockStatus = 'unsynced' | 'syncing' | 'synced' | 'holdover';

export interface ClockState {
  readonly status: ClockStatus;
  /** The controller's epoch, null while unsynced. */
  readonly epoch: string | null;
  /** Certified: the error is never larger. Infinity while unsynced. */
  readonly boundMs: number;
  /** Shared time minus the local monotonic clock, now. */
  readonly offsetMs: number;
  /** Of the last probe; null while unsynced. */
  readonly roundTripMs: number | null;
  /** What messages usually take of late until a page as busy as it is has taken them in, ms; null while unsynced. */
  readonly delayMs: number | null;
  /** The rate of shared time against the local clock, minus one. */
  readonly skewPpm: number;
  /** The correction that is still being slewed in. */
  readonly slewLeftMs: number;
  /**
   * Raised whenever time was set anew instead of slewed; within one generation it never runs backward. 0 until the clock
   * has settled: then time is the machine's own until the first answer, and from there on what the answers have proven.
   */
  readonly generation: number;
}

/** The clock that every screen of the hall shares. Injected wherever time is needed. */
export interface SharedClock {
  /** Shared time now. */
  now(): EpochMs;
  /** Shared time at an instant of the local monotonic clock, such as an animation frame's timestamp. */
  at(mono: MonoMs): EpochMs;
  /** Certified bound of the error now, ms; Infinity while unsynced. */
  boundMs(): number;
  state(): ClockState;
  /** Tells whether something moves on a screen. While nothing does on any, a step forward would not be seen. */
  setMoving(screen: object, isMoving: boolean): void;
  /** Tells whether a screen prepares a scene or passes from one to another, and so takes in late what it is told. */
  setBusy(screen: object, isBusy: boolean): void;
  /** Called when status or generation changes. Returns its stop. */
  subscribe(listener: (state: ClockState) => void): () => void;
}
