import type { Actor } from '#core/ports.ts';
import { createRateLimit } from '../rate-limit.ts';

/** Requests a second that may go on for ever; ten times as many may come at once. */
export interface RateLimits {
  /** Of one person or one key. */
  readonly known: number;
  /** Of all strangers at one place on the network. */
  readonly strangers: number;
}

/** Far above a console with every view open, and below what one of many could hold the hall up with. */
export const usualRates: RateLimits = { known: 60, strangers: 20 };

/** How often each actor asks. */
export interface ActorRates {
  /** Counts one request, and says whether it may go on. */
  use(actor: Actor, place: string): boolean;
}

export function createActorRates(now: () => number, { known, strangers }: RateLimits): ActorRates {
  const perMs = 10_000;
  const ofKnown = createRateLimit({ now, limit: known * 10, perMs });
  const ofStrangers = createRateLimit({ now, limit: strangers * 10, perMs });
  return {
    use(actor, place) {
      if (actor.is === 'guide') return ofKnown.use(`guide ${actor.run}`);
      return actor.is === 'person' || actor.is === 'key'
        ? ofKnown.use(`${actor.is} ${actor.id}`)
        : ofStrangers.use(place);
    },
  };
}
