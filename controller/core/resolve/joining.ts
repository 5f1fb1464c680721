import type { ScreenId } from '#shared/ids.ts';
import { nextCueId } from '#shared/next-cue.ts';
import type { Armed } from '#shared/plan.ts';
import { runPosition } from '#shared/scene-at.ts';
import type { Timeline } from '#shared/scene.ts';
import type { Claim } from '../claim.ts';
import { firstCueOf } from './holds.ts';
import { compareClaims } from './order.ts';

/** A cue that GO brings to screens for which its run has had nothing so far. */
export interface Joining {
  readonly claim: Claim;
  readonly armed: Armed;
  readonly screens: ReadonlySet<ScreenId>;
}

/**
 * Of the runs that are on at `t`, what GO brings to further screens. Nobody knows when, so that their plans have nothing
 * else of such a run; they hold the cue ready as if it were armed.
 */
export function joiningAt(claims: readonly Claim[], t: number): readonly Joining[] {
  return claims.flatMap((claim): readonly Joining[] => {
    const { run, layer, timeline, segments, language, from, until } = claim;
    if (layer === 'ambient' || from > t || (until !== null && until <= t)) return [];
    const cue = waitsForGo(timeline, runPosition(timeline, segments, t).cue);
    if (cue === null) return [];
    const named = timeline.cues[cue]?.parts.flatMap(({ screens }) => screens) ?? [];
    const screens = new Set(named.filter((id) => claim.screens.has(id) && firstCueOf(timeline, id) === cue));
    if (screens.size === 0) return [];
    return [{ claim, armed: { standby: nextCueId(run, cue), timeline: timeline.hash, cue, language }, screens }];
  });
}

/** Whether it would take the screen from what has it, and does not have it already from a turn of its loop before. */
export function joins({ claim, screens }: Joining, screen: ScreenId, winner: Claim | undefined): boolean {
  return screens.has(screen) && winner !== claim && (winner === undefined || compareClaims(claim, winner, screen) < 0);
}

/** The first cue after cue `from` that does not come by itself; null: all that is left does. */
function waitsForGo({ cues }: Timeline, from: number): number | null {
  const index = cues.findIndex(
    ({ trigger }, at) => at > from && (trigger === 'go' || cues[at - 1]?.durationMs === undefined),
  );
  return index < 0 ? null : index;
}
