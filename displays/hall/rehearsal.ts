import { z } from 'zod';
import type { SharedClock } from '#shared/clock/shared-clock.ts';
import type { ScreenId } from '#shared/ids.ts';
import { Plan } from '#shared/plan.ts';
import { epochMs, type EpochMs } from '#shared/time.ts';
import type { PlanSource } from '../player/player-options.ts';

/** The hall at another time: plans of that time, and a clock that starts there and may run faster. */
export interface Rehearsal {
  readonly clock: SharedClock;
  readonly plans: PlanSource;
  rate(): number;
  setRate(rate: number): void;
  /** Moves by `ms`, forward or back. */
  move(ms: number): void;
  stop(): void;
}

const lookMs = 1_000;
/** Plans are asked for again when the clock has come this far into them, or out of them. */
const freshForMs = 24 * 3_600_000;

async function plansAt(at: number): Promise<readonly Plan[]> {
  const response = await fetch(`/api/rehearsal?at=${new Date(at).toISOString()}`);
  if (!response.ok) throw new Error(`the controller answered ${response.status}`);
  return z.array(Plan).parse(await response.json());
}

/**
 * Starts a rehearsal at `at`, ms of shared time. Nothing of it reaches a screen of the hall. It runs by this page's own
 * clock: shared time may still be set while the page finds it, and a second of that would be a quarter of an hour here.
 */
export async function startRehearsal(real: SharedClock, at: number): Promise<Rehearsal> {
  let base = { mono: performance.now(), at, rate: 1 };
  let plans = new Map<ScreenId, Plan>();
  let fetchedFor = at;
  const listeners = new Map<ScreenId, Set<() => void>>();
  const shifted = (mono: number): EpochMs => epochMs(base.at + (mono - base.mono) * base.rate);
  const now = (): EpochMs => shifted(performance.now());

  async function fetchPlans(): Promise<void> {
    fetchedFor = now();
    plans = new Map((await plansAt(fetchedFor)).map((plan) => [plan.screen, plan]));
    for (const listener of [...listeners.values()].flatMap((set) => [...set])) listener();
  }
  await fetchPlans();
  const looking = setInterval(() => {
    const passedMs = now() - fetchedFor;
    if (passedMs < 0 || passedMs > freshForMs) void fetchPlans();
  }, lookMs);

  return {
    clock: {
      ...real,
      now,
      at: shifted,
    },
    plans: {
      get: (screen) => plans.get(screen) ?? null,
      subscribe(screen, listener) {
        const set = listeners.get(screen) ?? new Set();
        listeners.set(screen, set.add(listener));
        return () => void set.delete(listener);
      },
    },
    rate: () => base.rate,
    setRate(rate) {
      base = { mono: performance.now(), at: now(), rate };
    },
    move(ms) {
      base = { mono: performance.now(), at: now() + ms, rate: base.rate };
    },
    stop: () => clearInterval(looking),
  };
}
