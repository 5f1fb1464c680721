import type { ScreenId } from '#shared/ids.ts';
import { layers } from '#shared/scene.ts';
import type { Claim } from '../claim.ts';

/** What decided between two claims. */
export type Decider = 'layer' | 'priority' | 'specificity' | 'start' | 'id';

/** Why a claim does not have the screen: another won, the hall is closed, or its show has nothing there at this time. */
export type Why = Decider | 'closed' | 'outside-hours' | 'waits' | 'no-scene' | 'ended';

export const layerRank = Object.fromEntries(layers.map((layer, index) => [layer, index])) as Readonly<
  Record<Claim['layer'], number>
>;

/** Layers whose claims hold all their screens, with a scene for them or without: nothing may shine through. */
export function holdsAlways(claim: Claim): boolean {
  return claim.layer === 'emergency' || claim.layer === 'maintenance' || claim.layer === 'closed';
}

function byPriority(claim: Claim): boolean {
  return claim.layer === 'scheduled' || claim.layer === 'ambient';
}

/** Where a claim stands by layer, priority and specificity, as one number: less is better. */
export function standing(claim: Claim, specificity: number): number {
  const [priority, direct] = byPriority(claim) ? [claim.priority, specificity] : [0, 0];
  return (layerRank[claim.layer] * 10_000 - priority) * 10 - direct;
}

/**
 * The order of claims on one screen while the hall is open: negative when `a` wins. Layer first; in scheduled and
 * ambient then priority and the more specific target; then the later start; last the id, so that no two are equal.
 */
export function compareClaims(a: Claim, b: Claim, screen: ScreenId): number {
  return (
    standing(a, a.screens.get(screen) ?? 0) - standing(b, b.screens.get(screen) ?? 0) ||
    b.from - a.from ||
    (a.run < b.run ? -1 : a.run > b.run ? 1 : 0)
  );
}

/** What decides between two claims of a screen. */
export function decider(a: Claim, b: Claim, screen: ScreenId): Decider {
  if (a.layer !== b.layer) return 'layer';
  if (byPriority(a) && a.priority !== b.priority) return 'priority';
  if (byPriority(a) && a.screens.get(screen) !== b.screens.get(screen)) return 'specificity';
  return a.from === b.from ? 'id' : 'start';
}

/**
 * The winner among claims that hold a screen at one instant, given in their order. A closed hall silences what is
 * beneath the `closed` layer except what may run outside hours; above it nothing changes.
 */
export function winnerOf<Held>(held: readonly Held[], claimOf: (one: Held) => Claim): Held | undefined {
  const first = held[0];
  if (first === undefined || claimOf(first).layer !== 'closed') return first;
  return held.find((one) => claimOf(one).outsideHours && claimOf(one).layer !== 'closed') ?? first;
}
