import type { ScreenId } from '#shared/ids.ts';
import type { Compile } from '../compile.ts';
import type { PlannedStretch } from '../ports/engine.ts';
import { claimsIn } from '../resolve/claims.ts';
import type { ScheduleMemo } from '../resolve/memo.ts';
import { sweep } from '../resolve/sweep.ts';
import type { HallState } from '../state.ts';

/** What the screen will show in [from, until), ms of shared time, as people read it. */
export function plannedStretches(
  state: HallState,
  compile: Compile,
  screen: ScreenId,
  from: number,
  until: number,
  memo: ScheduleMemo,
): readonly PlannedStretch[] {
  const won = sweep(claimsIn(state, compile, from, until, memo), [screen], from, until).get(screen) ?? [];
  return won.map(({ claim, from: starts, until: ends }) => ({
    screen,
    run: claim.run,
    layer: claim.layer,
    source: claim.timeline.source,
    title: claim.timeline.title,
    from: Math.max(starts, from),
    until: ends === Infinity ? null : ends,
    language: claim.language,
    power: claim.power,
  }));
}
