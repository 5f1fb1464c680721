import type { Screen } from '#shared/hall.ts';
import type { Said } from '#shared/said.ts';

/** What is known of the hands on one screen; times in ms of shared time. */
export interface Hands {
  /** Touches by quarter of an hour, the newest last; at most those of `watchedMs`. */
  readonly quarters: readonly { readonly from: number; readonly count: number }[];
  /** How long one point has been held, as last reported. */
  readonly heldMs: number;
}

export const noHands: Hands = { quarters: [], heldMs: 0 };

const quarterMs = 15 * 60_000;
/** No touch for this long, while the hall is open and the neighbours are touched, is no chance. */
export const watchedMs = 2 * 3_600_000;
/** Touches of the neighbours without which it may well be chance. */
const busyNeighbours = 12;
const stuckMs = 60_000;
const nearM = 6;

/** The hands after a report of `count` touches at `now`. */
export function touched(hands: Hands, count: number, heldMs: number, now: number): Hands {
  const from = now - (now % quarterMs);
  const last = hands.quarters.at(-1);
  const kept = hands.quarters.filter((quarter) => quarter.from > now - watchedMs - quarterMs);
  if (count === 0) return { quarters: kept, heldMs };
  const quarters =
    last?.from === from ? [...kept.slice(0, -1), { from, count: last.count + count }] : [...kept, { from, count }];
  return { quarters, heldMs };
}

/**
 * Why the touch of a screen seems broken at `now`; null where it works or nobody is to use it; `unknown` where nobody could
 * have touched it, and what was found before stands. `openSince` is when the hall last opened, null while it is closed;
 * `handsOf` tells of every screen.
 */
export function touchTrouble(
  screen: Screen,
  screens: readonly Screen[],
  handsOf: (screen: string) => Hands,
  openSince: number | null,
  now: number,
): Said | 'unknown' | null {
  if (!screen.touch || screen.touchOff === true) return null;
  const { heldMs } = handsOf(screen.id);
  if (heldMs >= stuckMs) {
    const seconds = Math.round(heldMs / 1000);
    return {
      en: `one point has been held for ${seconds} s; its touch is stuck.`,
      ru: `одна точка нажата уже ${seconds} с; касание залипло.`,
      kk: `бір нүкте ${seconds} с бойы басулы; жанасу тұрып қалған.`,
    };
  }
  const count = (id: string): number =>
    handsOf(id).quarters.reduce((sum, quarter) => sum + (quarter.from >= now - watchedMs ? quarter.count : 0), 0);
  if (count(screen.id) > 0) return null;
  if (openSince === null || now - openSince < watchedMs) return 'unknown';
  const neighbours = screens.filter((other) => other.id !== screen.id && other.touch && isNear(screen, other));
  const touches = neighbours.reduce((sum, other) => sum + count(other.id), 0);
  return touches >= busyNeighbours
    ? {
        en: `nobody has touched it for two hours, while its neighbours were touched ${touches} times.`,
        ru: `два часа его никто не касался, а соседних касались (${touches}).`,
        kk: `екі сағат бойы оған ешкім тимеді, ал көршілеріне тиді (${touches}).`,
      }
    : 'unknown';
}

function isNear({ place: a }: Screen, { place: b }: Screen): boolean {
  return Math.hypot(a.xM - b.xM, a.yM - b.yM) <= nearM;
}
