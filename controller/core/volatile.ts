import type { Run } from '#shared/schedule.ts';
import type { Timeline } from '#shared/scene.ts';
import { canonicalJson } from './canonical.ts';
import { applyChanges, type Change, type HallState } from './state.ts';

/**
 * Runs that are in force without being in the store: visitors' ones, and an emergency until it is committed. They are
 * resolved with everything else. `sequence` names the set; it only rises, and is 0 when the set is empty.
 */
export interface Volatile {
  readonly sequence: number;
  /** The highest sequence so far. */
  readonly highest: number;
  readonly runs: Readonly<Record<string, { readonly run: Run; readonly timeline: Timeline }>>;
}

/** `startedAt` (ms) makes the sequence rise over restarts. */
export function noVolatile(startedAt: number): Volatile {
  return { sequence: 0, highest: Math.floor(startedAt), runs: {} };
}

export function withRun(volatile: Volatile, run: Run, timeline: Timeline): Volatile {
  return renamed(volatile, { ...volatile.runs, [run.id]: { run, timeline } });
}

/** Without the runs that the durable state holds exactly so by now. */
export function withoutCommitted(volatile: Volatile, state: HallState): Volatile {
  const left = Object.entries(volatile.runs).filter(([id, { run }]) => {
    const durable = state.run[id];
    return durable === undefined || canonicalJson(durable) !== canonicalJson(run);
  });
  return left.length === Object.keys(volatile.runs).length ? volatile : renamed(volatile, Object.fromEntries(left));
}

export function withoutRun(volatile: Volatile, id: string): Volatile {
  const { [id]: gone, ...left } = volatile.runs;
  return gone === undefined ? volatile : renamed(volatile, left);
}

/** Without visitors' runs that have ended at `now`, ms. */
export function withoutEnded(volatile: Volatile, now: number): Volatile {
  const ended = Object.values(volatile.runs).filter(
    ({ run }) => run.layer === 'visitor' && run.until !== null && run.until <= now,
  );
  return ended.reduce((left, { run }) => withoutRun(left, run.id), volatile);
}

function renamed({ highest }: Volatile, runs: Volatile['runs']): Volatile {
  const next = highest + 1;
  return { sequence: Object.keys(runs).length === 0 ? 0 : next, highest: next, runs };
}

/** What is in force: the durable state, with the volatile runs in their places. */
export function inForce(state: HallState, { runs }: Volatile): HallState {
  const changes = Object.values(runs).flatMap(({ run, timeline }): Change[] => [
    { kind: 'timeline', id: timeline.hash, body: timeline },
    { kind: 'run', id: run.id, body: run },
  ]);
  return changes.length === 0 ? state : applyChanges(state, changes, state.revision);
}
