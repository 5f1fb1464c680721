import type { ScreenId } from '#shared/ids.ts';
import type { Run } from '#shared/schedule.ts';
import { hallOf, type HallState } from './state.ts';
import { targetScreens } from './targets.ts';

/** The screens that a run, or what is armed, has something for in any of its cues, in the hall's order. */
export function comesTo(
  state: HallState,
  { timeline, targets, except }: Pick<Run, 'timeline' | 'targets' | 'except'>,
): ReadonlySet<ScreenId> {
  const cues = state.timeline[timeline]?.cues ?? [];
  const named = new Set(cues.flatMap((cue) => cue.parts.flatMap(({ screens }) => screens)));
  return new Set([...targetScreens(hallOf(state), targets, except).keys()].filter((screen) => named.has(screen)));
}
