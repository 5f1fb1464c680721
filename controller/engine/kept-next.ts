import { runOfNextCue } from '#shared/next-cue.ts';
import type { Readiness } from '#shared/report.ts';

/** So many runs at most can bring a screen their next cue; what it said of others is history. */
const mostRuns = 4;

/** Keeps by its run what a player says of a next cue, in place of what it said of the one before; false: it is a standby's. */
export function keepNext(kept: Map<string, Readiness>, readiness: Readiness): boolean {
  const run = runOfNextCue(readiness.standby);
  if (run === null) return false;
  kept.delete(run);
  kept.set(run, readiness);
  const [oldest] = kept.keys();
  if (kept.size > mostRuns && oldest !== undefined) kept.delete(oldest);
  return true;
}
