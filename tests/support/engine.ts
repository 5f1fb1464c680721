import { createEngine, type Engine } from '../../controller/engine/engine.ts';
import type { Actor, Log, Store, Telemetry, TelemetryRecord } from '#core/ports.ts';
import type { HallState } from '../../controller/core/state.ts';
import { createMemoryStore } from '../../controller/store/memory.ts';
import { at } from './hall-state.ts';
import { noHistory } from './no-history.ts';

export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const operator: Actor = {
  is: 'person',
  id: 'aliya',
  name: 'Aliya',
  role: 'operator',
  zones: null,
  byPin: false,
};

/** Telemetry that keeps everything in memory. */
export function createMemoryTelemetry(): Telemetry & { readonly records: TelemetryRecord[] } {
  const records: TelemetryRecord[] = [];
  return {
    records,
    append: (record) => void records.push(record),
    ...noHistory,
    ledger: (run) => Promise.resolve(records.filter((record) => 'run' in record && record.run === run)),
    lastReports: () => Promise.resolve([]),
    stats: () => ({ queued: 0, dropped: 0 }),
    close: () => Promise.resolve(),
  };
}

export interface TestHall {
  readonly engine: Engine;
  readonly telemetry: ReturnType<typeof createMemoryTelemetry>;
  readonly clock: { now: number };
  /** What waits for time to pass; runs it. */
  tick(ms: number): void;
}

/** A hall at work on a clock that the test moves. */
export function aHallAtWork(state: HallState, store: Store = createMemoryStore({ state })): TestHall {
  const clock = { now: at('2026-12-16T12:00+05:00') };
  const telemetry = createMemoryTelemetry();
  const timers = new Map<() => void, number>();
  let ids = 0;
  const engine = createEngine({
    store,
    telemetry,
    log: quiet,
    state,
    now: () => clock.now,
    freshId: () => `id-${++ids}`,
    after(run, ms) {
      timers.set(run, clock.now + ms);
      return () => void timers.delete(run);
    },
  });
  return {
    engine,
    telemetry,
    clock,
    tick(ms) {
      clock.now += ms;
      for (const [run, due] of timers) {
        if (due > clock.now) continue;
        timers.delete(run);
        run();
      }
      engine.look();
    },
  };
}
