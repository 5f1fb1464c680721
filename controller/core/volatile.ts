import type { CornerPin } from '#shared/corner-pin.ts';
import type { Run } from '#shared/schedule.ts';
import type { Timeline } from '#shared/scene.ts';
import type { Actor } from './ports/actor.ts';
import { canonicalJson } from '#shared/canonical-json.ts';
import { applyChanges, type Change, type HallState } from './state.ts';

/** Corners that somebody tries on a screen: shown there with a test grid, and forgotten at `until` (ms) unless kept. */
export interface Trial {
  readonly cornerPin: CornerPin;
  /** Who began it; what is dragged at the screen itself is kept in their name. */
  readonly by: Actor;
  readonly until: number;
}

/**
 * What is in force without being in the store: visitors' runs, an emergency until it is committed, corners on trial.
 * Runs are resolved with everything else. `sequence` names the set; it only rises, and is 0 when the set is empty.
 */
export interface Volatile {
  readonly sequence: number;
  /** The highest sequence so far. */
  readonly highest: number;
  readonly runs: Readonly<Record<string, { readonly run: Run; readonly timeline: Timeline }>>;
  /** By screen. */
  readonly trials: Readonly<Record<string, Trial>>;
}

/** `startedAt` (ms) makes the sequence rise over restarts. */
export function noVolatile(startedAt: number): Volatile {
  return { sequence: 0, highest: Math.floor(startedAt), runs: {}, trials: {} };
}

export function withRun(volatile: Volatile, run: Run, timeline: Timeline): Volatile {
  return renamed(volatile, { runs: { ...volatile.runs, [run.id]: { run, timeline } } });
}

/** Without the runs that the durable state holds exactly so by now. */
export function withoutCommitted(volatile: Volatile, state: HallState): Volatile {
  const left = Object.entries(volatile.runs).filter(([id, { run }]) => {
    const durable = state.run[id];
    return durable === undefined || canonicalJson(durable) !== canonicalJson(run);
  });
  return left.length === Object.keys(volatile.runs).length
    ? volatile
    : renamed(volatile, { runs: Object.fromEntries(left) });
}

export function withoutRun(volatile: Volatile, id: string): Volatile {
  const { [id]: gone, ...left } = volatile.runs;
  return gone === undefined ? volatile : renamed(volatile, { runs: left });
}

export function withTrial(volatile: Volatile, screen: string, trial: Trial): Volatile {
  return renamed(volatile, { trials: { ...volatile.trials, [screen]: trial } });
}

export function withoutTrial(volatile: Volatile, screen: string): Volatile {
  const { [screen]: gone, ...left } = volatile.trials;
  return gone === undefined ? volatile : renamed(volatile, { trials: left });
}

/** Without visitors' runs and trials that have ended at `now`, ms. */
export function withoutEnded(volatile: Volatile, now: number): Volatile {
  const ended = Object.values(volatile.runs).filter(
    ({ run }) => run.layer === 'visitor' && run.until !== null && run.until <= now,
  );
  const over = Object.entries(volatile.trials).filter(([, { until }]) => until <= now);
  const without = ended.reduce((left, { run }) => withoutRun(left, run.id), volatile);
  return over.reduce((left, [screen]) => withoutTrial(left, screen), without);
}

function renamed(before: Volatile, change: Partial<Pick<Volatile, 'runs' | 'trials'>>): Volatile {
  const next = before.highest + 1;
  const { runs, trials } = { ...before, ...change };
  const isEmpty = Object.keys(runs).length === 0 && Object.keys(trials).length === 0;
  return { sequence: isEmpty ? 0 : next, highest: next, runs, trials };
}

/** What is in force: the durable state, with the volatile runs in their places. */
export function inForce(state: HallState, { runs }: Volatile): HallState {
  const changes = Object.values(runs).flatMap(({ run, timeline }): Change[] => [
    { kind: 'timeline', id: timeline.hash, body: timeline },
    { kind: 'run', id: run.id, body: run },
  ]);
  return changes.length === 0 ? state : applyChanges(state, changes, state.revision);
}
