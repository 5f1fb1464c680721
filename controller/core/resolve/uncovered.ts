import type { ScreenId } from '#shared/ids.ts';
import type { Claim } from '../claim.ts';
import { compareClaims, winnerOf } from './order.ts';
import { resolve } from './resolve.ts';

/** Those of the screens on which nothing lies above the run at `t`, whether it has something for them by then or not. */
export function uncovered(
  claims: readonly Claim[],
  run: string,
  screens: readonly ScreenId[],
  t: number,
): readonly ScreenId[] {
  const mine = claims.find((claim) => claim.run === run);
  if (mine === undefined) return screens;
  return screens.filter((screen) => {
    const { winner } = resolve(claims, screen, t);
    const inOrder = [winner, mine].toSorted((a, b) => compareClaims(a, b, screen));
    return winnerOf(inOrder, (claim) => claim) === mine;
  });
}
