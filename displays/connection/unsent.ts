import type { ScreenId } from '#shared/ids.ts';
import type { Applied } from '#shared/report.ts';

/** A night without a controller, on a page of thirteen screens, and then some. */
const most = 500;

/** Changes that the ledger was not told of because there was nobody to tell: told when the screen is played again. */
export function createUnsent(send: (applied: Applied) => void) {
  const granted = new Set<ScreenId>();
  let waiting: readonly Applied[] = [];
  return {
    add(screen: ScreenId, applied: Applied): void {
      if (granted.has(screen)) send(applied);
      else waiting = [...waiting, applied].slice(-most);
    },
    /** The controller lets this page speak for the screen. */
    granted(screen: ScreenId): void {
      granted.add(screen);
      for (const applied of waiting) if (applied.screen === screen) send(applied);
      waiting = waiting.filter((applied) => applied.screen !== screen);
    },
    lost: () => granted.clear(),
  };
}
