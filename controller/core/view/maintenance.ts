import type { Maintenance } from '#shared/incidents.ts';
import type { ScreenId } from '#shared/ids.ts';
import { hallOf, type HallState } from '../state.ts';
import { targetScreens } from '../targets.ts';

const nobody: ReadonlyMap<ScreenId, Maintenance> = new Map();

/** The maintenance that a screen is in at `now`, by screen; of several the one that lasts longest. */
export function maintenanceAt(state: HallState, now: number): ReadonlyMap<ScreenId, Maintenance> {
  const windows = Object.values(state.maintenance);
  if (windows.length === 0) return nobody;
  const found = new Map<ScreenId, Maintenance>();
  for (const window of windows) {
    if (window.from > now || (window.until !== null && window.until <= now)) continue;
    for (const screen of targetScreens(hallOf(state), window.targets, []).keys()) {
      const other = found.get(screen);
      if (other === undefined || (window.until ?? Infinity) > (other.until ?? Infinity)) found.set(screen, window);
    }
  }
  return found;
}
