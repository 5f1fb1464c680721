import type { ScreenId } from '#shared/ids.ts';
import type { Claim } from '../claim.ts';
import { holdsOn } from './holds.ts';
import { compareClaims, decider, layerRank, winnerOf, type Why } from './order.ts';

export interface Resolution {
  readonly winner: Claim;
  /** Everything else that wants the screen at this instant, best first. */
  readonly losers: readonly { readonly claim: Claim; readonly why: Why }[];
}

/**
 * Who has the screen at `t`, and who wanted it. `claims` must contain something for the screen at `t`, as `claimsIn`
 * always does. The order of the claims does not matter.
 */
export function resolve(claims: readonly Claim[], screen: ScreenId, t: number): Resolution {
  const wanting = claims
    .filter((claim) => claim.from <= t && (claim.until === null || t < claim.until) && claim.screens.has(screen))
    .toSorted((a, b) => compareClaims(a, b, screen));
  const held = wanting.filter((claim) => holdsOn(claim, screen).some((hold) => hold.from <= t && t < hold.until));
  const winner = winnerOf(held, (claim) => claim);
  if (winner === undefined) throw new Error(`no claim holds ${screen} at ${t}`);
  return {
    winner,
    losers: wanting
      .filter((claim) => claim !== winner)
      .map((claim) => ({ claim, why: whyNot(claim, winner, held, screen, t) })),
  };
}

function whyNot(claim: Claim, winner: Claim, held: readonly Claim[], screen: ScreenId, t: number): Why {
  if (!held.includes(claim)) {
    const holds = holdsOn(claim, screen);
    if (holds.some((hold) => hold.from > t)) return 'waits';
    if (holds.length > 0) return 'ended';
    return hasScene(claim, screen) ? 'waits' : 'no-scene';
  }
  const closedDecides = held.some((one) => one.layer === 'closed') && layerRank[winner.layer] >= layerRank.closed;
  if (closedDecides && claim.layer === 'closed' && winner.layer !== 'closed') return 'outside-hours';
  if (closedDecides && claim.layer !== 'closed' && !claim.outsideHours) return 'closed';
  return decider(winner, claim, screen);
}

function hasScene(claim: Claim, screen: ScreenId): boolean {
  return claim.timeline.cues.some((cue) => cue.parts.some((part) => part.screens.includes(screen)));
}
