import type { Cue, Show } from '#shared/scene.ts';

/** A cue on the strip of its show. */
export interface StripCue {
  readonly cue: Cue;
  /** ms from the last wait for GO, or from the beginning; null where nobody can know. */
  readonly from: number | null;
  /** How much of the strip's length it gets, 1 to 8: longer cues are longer, and none is too small to press. */
  readonly share: number;
  readonly waits: boolean;
}

/** Square roots, so that an hour beside a minute leaves the minute to be seen. */
export function strip({ cues }: Show): readonly StripCue[] {
  const longest = Math.max(1, ...cues.map(({ durationMs }) => durationMs ?? 0));
  let from: number | null = 0;
  return cues.map((cue, index) => {
    const waits = index > 0 && cue.trigger === 'go';
    if (waits) from = 0;
    const placed = { cue, from, waits, share: 1 + 7 * Math.sqrt((cue.durationMs ?? 0) / longest) };
    from = from === null || cue.durationMs === undefined ? null : from + cue.durationMs;
    return placed;
  });
}
