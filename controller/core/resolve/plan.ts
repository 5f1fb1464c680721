import type { ScreenId } from '#shared/ids.ts';
import type { Plan } from '#shared/plan.ts';
import type { Compile } from '../compile.ts';
import type { HallState } from '../state.ts';
import type { ScheduleMemo } from './memo.ts';

/** The plans of several screens at `now`, in their order; their claims are found once. */
export function plansFor(
  _state: HallState,
  _compile: Compile,
  _screens: readonly ScreenId[],
  _now: number,
  _memo?: ScheduleMemo,
): readonly Plan[] {
  throw new Error('plansFor is not built yet');
}
