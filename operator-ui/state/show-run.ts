import type { RunView } from '#shared/facts.ts';
import { nextCueOf } from '#shared/next-cue.ts';
import type { Timeline, TimelineCue } from '#shared/scene.ts';
import { runPosition } from '#shared/scene-at.ts';
import { isOn } from './runs.ts';

export interface CueRow {
  readonly index: number;
  readonly cue: TimelineCue;
  readonly state: 'done' | 'on-air' | 'next' | 'later';
  /** Where it stands in the show if nobody waits anywhere, ms from its start; null after a cue without a length. */
  readonly atMs: number | null;
  readonly screens: readonly string[];
}

export interface ShowRun {
  readonly rows: readonly CueRow[];
  readonly current: CueRow;
  readonly next: CueRow | null;
  /** ms of the current cue that are over, and left; left is null where the cue waits for GO or has no end. */
  readonly positionMs: number;
  readonly leftMs: number | null;
  /** ms to the end of the show if nobody waits anywhere; at least so many where a cue has no length. */
  readonly restMs: number;
  readonly isRestSure: boolean;
  /** The current cue has run its time, and the next waits for GO. */
  readonly isWaiting: boolean;
  readonly hasEnded: boolean;
}

/** Where the run of a show stands at `now`, ms of shared time. */
export function showRun(timeline: Timeline, run: Pick<RunView, 'segments' | 'screens'>, now: number): ShowRun {
  const here = runPosition(timeline, run.segments, now);
  let atMs: number | null = 0;
  const rows = timeline.cues.map((cue, index): CueRow => {
    const row: CueRow = {
      index,
      cue,
      state: index < here.cue ? 'done' : index === here.cue ? 'on-air' : index === here.cue + 1 ? 'next' : 'later',
      atMs,
      screens: [...new Set(cue.parts.flatMap((part) => part.screens as readonly string[]))].filter((screen) =>
        (run.screens as readonly string[]).includes(screen),
      ),
    };
    atMs = cue.durationMs === undefined || atMs === null ? null : atMs + cue.durationMs;
    return row;
  });
  const current = rows[here.cue];
  if (current === undefined) throw new Error(`timeline ${timeline.hash} has no cue ${here.cue}`);
  const next = rows[nextCueOf(timeline, here.cue) ?? -1] ?? null;
  const { durationMs } = current.cue;
  const leftMs = durationMs === undefined ? null : Math.max(0, durationMs - here.cuePositionMs);
  const ahead = rows.slice(here.cue + 1);
  return {
    rows,
    current,
    next,
    positionMs: here.cuePositionMs,
    leftMs,
    restMs: (leftMs ?? 0) + ahead.reduce((sum, { cue }) => sum + (cue.durationMs ?? 0), 0),
    isRestSure: leftMs !== null && ahead.every(({ cue }) => cue.durationMs !== undefined),
    isWaiting: leftMs === 0 && next?.cue.trigger === 'go',
    hasEnded: here.ended,
  };
}

/** Runs with cues to play, the newest first: what people started before what the schedule did. */
export function showRuns(runs: readonly RunView[], now: number): readonly RunView[] {
  return runs
    .filter((run) => isOn(run, now) && run.source.kind === 'show' && run.cues > 1 && run.layer !== 'ambient')
    .toSorted((a, b) => Number(b.layer === 'manual') - Number(a.layer === 'manual') || b.from - a.from);
}
