import type { Timeline } from './scene.ts';

/** The cue that GO starts from cue number `cue`; null: there is none, a show that ends is in its last one. */
export function nextCueOf({ cues, loop }: Pick<Timeline, 'cues' | 'loop'>, cue: number): number | null {
  if (cue + 1 < cues.length) return cue + 1;
  return loop && cues.length > 1 ? 0 : null;
}

/** Names a run's next cue, which its screens hold ready as if somebody had armed it. */
export const nextCueId = (run: string, cue: number): string => `${prefix}${run}:${cue}`;

/** Whether what is held ready under this name is the next cue of a run, and no standby. */
export const isNextCueId = (id: string): boolean => id.startsWith(prefix);

const prefix = 'next:';
