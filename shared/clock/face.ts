import { epochMs, monoMs, type EpochMs, type MonoMs } from '../time.ts';
import { bound, clockState, sharedNow, statusAt, type Reading } from './reading.ts';
import type { ClockState, ClockStatus, SharedClock } from './shared-clock.ts';

export interface Face {
  readonly clock: SharedClock;
  /** Takes the newest reading; its clock is the local one plus `shiftMs`. */
  show(reading: Reading, shiftMs: number): void;
  /** Tells the listeners what time alone has changed, such as a link gone silent. */
  look(): void;
}

/**
 * A clock to look at, made from readings. Readings come late by a message's way; so that none of them turns time back,
 * an instant asked after another is never given an earlier time within one generation.
 */
export function createFace(options: {
  readonly mono: () => MonoMs;
  readonly first: Reading;
  readonly onStill?: (isStill: boolean) => void;
}): Face {
  const { mono } = options;
  let shown = { reading: options.first, shiftMs: 0 };
  let latest = { mono: -Infinity, shared: -Infinity };
  let told: { status: ClockStatus; generation: number } | null = null;
  const moving = new Set<object>();
  const listeners = new Set<(state: ClockState) => void>();

  const local = (instant: MonoMs): MonoMs => monoMs(instant + shown.shiftMs);

  function at(instant: MonoMs): EpochMs {
    const shared = sharedNow(shown.reading, local(instant));
    if (instant < latest.mono) return epochMs(Math.min(shared, latest.shared));
    latest = { mono: instant, shared: Math.max(shared, latest.shared) };
    return epochMs(latest.shared);
  }

  function state(): ClockState {
    const now = mono();
    return { ...clockState(shown.reading, local(now)), offsetMs: sharedNow(shown.reading, local(now)) - now };
  }

  function look(): void {
    const { generation } = shown.reading;
    const status = statusAt(shown.reading, local(mono()));
    if (told !== null && told.status === status && told.generation === generation) return;
    told = { status, generation };
    const now = state();
    for (const listener of listeners) listener(now);
  }

  return {
    clock: {
      now: () => at(mono()),
      at,
      boundMs: () => bound(shown.reading, local(mono())),
      state,
      setMoving(who, isMoving) {
        // Said at every frame; whoever probes is only woken when the first begins to move and when the last rests.
        const wasStill = moving.size === 0;
        if (isMoving) moving.add(who);
        else moving.delete(who);
        const isStill = moving.size === 0;
        if (isStill !== wasStill) options.onStill?.(isStill);
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    show(reading, shiftMs) {
      if (reading.generation !== shown.reading.generation) latest = { mono: -Infinity, shared: -Infinity };
      shown = { reading, shiftMs };
      look();
    },
    look,
  };
}
