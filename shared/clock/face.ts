import { createListeners } from '../listeners.ts';
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
 * an instant asked after another is never given an earlier time within one generation. In the first, before the clock has
 * settled, a reading may: the one that replaces the machine's own time.
 */
export function createFace(options: {
  readonly mono: () => MonoMs;
  readonly first: Reading;
  readonly onStill?: (isStill: boolean) => void;
  readonly onBusy?: (isBusy: boolean) => void;
  /** What messages take until the page has taken them in, ms. */
  readonly delayMs?: () => number;
}): Face {
  const { mono } = options;
  let shown = { reading: options.first, shiftMs: 0 };
  let latest = { mono: -Infinity, shared: -Infinity };
  let told: { status: ClockStatus; generation: number } | null = null;
  const listeners = createListeners<ClockState>();

  const local = (instant: MonoMs): MonoMs => monoMs(instant + shown.shiftMs);

  function at(instant: MonoMs): EpochMs {
    const shared = sharedNow(shown.reading, local(instant));
    if (instant < latest.mono) return epochMs(Math.min(shared, latest.shared));
    latest = { mono: instant, shared: Math.max(shared, latest.shared) };
    return epochMs(latest.shared);
  }

  function state(): ClockState {
    const now = mono();
    const { delayMs, ...rest } = clockState(shown.reading, local(now));
    return {
      ...rest,
      // What the link takes at its worst, the page takes too, however seldom.
      delayMs: delayMs === null ? null : Math.max(delayMs, options.delayMs?.() ?? 0),
      offsetMs: sharedNow(shown.reading, local(now)) - now,
    };
  }

  function look(): void {
    const { generation } = shown.reading;
    const status = statusAt(shown.reading, local(mono()));
    if (told !== null && told.status === status && told.generation === generation) return;
    told = { status, generation };
    listeners.tell(state());
  }

  return {
    clock: {
      now: () => at(mono()),
      at,
      boundMs: () => bound(shown.reading, local(mono())),
      state,
      setMoving: anyOf((isMoving) => options.onStill?.(!isMoving)),
      setBusy: anyOf((isBusy) => options.onBusy?.(isBusy)),
      subscribe: (listener) => listeners.add(listener),
    },
    show(reading, shiftMs) {
      const mayTurnBack = reading.generation === 0 || reading.generation !== shown.reading.generation;
      if (mayTurnBack) latest = { mono: -Infinity, shared: -Infinity };
      shown = { reading, shiftMs };
      look();
    },
    look,
  };
}

/** For what is said at every frame: told on when the first of them says yes and when the last says no. */
function anyOf(onChange: (isAny: boolean) => void): (who: object, is: boolean) => void {
  const those = new Set<object>();
  return (who, is) => {
    const wasAny = those.size > 0;
    if (is) those.add(who);
    else those.delete(who);
    const isAny = those.size > 0;
    if (isAny !== wasAny) onChange(isAny);
  };
}
