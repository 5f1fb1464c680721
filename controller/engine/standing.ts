import type { ScreenId } from '#shared/ids.ts';
import type { HallState } from '../core/ports.ts';
import { maintenanceAt } from '../core/view/maintenance.ts';
import type { Trial } from '../core/volatile.ts';
import { namesIn } from '../core/words/call.ts';
import type { ShutOut, Standing } from './screen-book.ts';

export const shutOut = (state: HallState, id: ScreenId): ShutOut => ({
  copied: state.screenToken[id]?.copy ?? null,
  keptOutBy: state.keptOut[id]?.by ?? null,
});

/** What the hall's documents say of a screen at `now`, ms; `planChangedAt` and `trial` are known elsewhere. */
export function standing(
  state: HallState,
  id: ScreenId,
  { planChangedAt, trial }: { readonly planChangedAt: number; readonly trial: Trial | null },
  now: number,
): Standing {
  return {
    ...shutOut(state, id),
    isPaired: state.screenToken[id] !== undefined,
    maintenance: maintenanceAt(state, now).get(id) ?? null,
    planChangedAt,
    trial,
    names: namesIn(state),
  };
}
