import type { RunId, ScreenId } from '#shared/ids.ts';
import type { Layer } from '#shared/scene.ts';
import type { Text } from '#shared/text.ts';
import type { Compile } from '../compile.ts';
import type { ScheduleMemo } from '../resolve/memo.ts';
import { plansFor } from '../resolve/plan.ts';
import { applyChanges, hallOf, type Change, type HallState } from '../state.ts';
import { targetScreens } from '../targets.ts';
import { desiredAt } from './desired.ts';

/** What comes on a screen; the title is null where it goes to rest. */
export interface AfterRelease {
  readonly screen: ScreenId;
  readonly run: RunId;
  readonly layer: Layer;
  readonly title: Text | null;
}

/** What would have the screens of these runs if they ended at `at`, ms; nothing is decided. Unknown runs end nothing. */
export function afterRelease(
  state: HallState,
  compile: Compile,
  runs: readonly string[],
  at: number,
  memo: ScheduleMemo,
): readonly AfterRelease[] {
  const ending = runs.flatMap((id) => state.run[id] ?? []);
  const gone = ending.map((run): Change => ({ kind: 'run', id: run.id, body: null }));
  const after = applyChanges(state, gone, state.revision);
  const hall = hallOf(state);
  const reached = new Set(ending.flatMap(({ targets, except }) => [...targetScreens(hall, targets, except).keys()]));
  return plansFor(after, compile, [...reached], at, memo).map((plan) => {
    const { run, layer, title, power } = desiredAt(plan, at);
    return { screen: plan.screen, run, layer, title: power === 'on' ? title : null };
  });
}
