import {
  whyKeptOut,
  type KeptOutFor,
  type Log,
  type Offence,
  type HallEngine,
  type HallState,
  type ScreensPort,
} from '#core/ports.ts';
import type { ScreenId } from '#shared/ids.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { screenOf } from './player-name.ts';
import { createQuarantine, type Kept } from './quarantine.ts';

export type GuardedHall = Pick<HallEngine, 'state' | 'onDecided'> & Pick<ScreensPort, 'quarantined'>;

/**
 * Keeps players out: for a while and by itself those that disturb the hall, until they are let in those that a technician
 * does not want. The first is found again within seconds by a controller that starts, and is not remembered; the second
 * is decided, and stands in the store.
 */
export interface Doorkeeper {
  /** A player stands at the door, a page or (`isHost`) the program that keeps its browser: why it may not come in. */
  knocks(name: string, isHost: boolean): Problem | null;
  /** Whether a player that is in should not be: it came through the door while that was decided. */
  keepsOut(name: string): boolean;
  offends(name: string, offence: Offence): void;
  strikes(name: string, offence: Offence): void;
  /** Whose time is over may come back. */
  look(): void;
  /** Lets in whoever is kept out for a while; false where nobody is. */
  release(screen: ScreenId): boolean;
  stop(): void;
}

export function createDoorkeeper(options: {
  readonly hall: GuardedHall;
  readonly now: () => number;
  /** Ends the connections of the screen's own player. */
  readonly showOut: (screen: ScreenId) => void;
  readonly log: Log;
}): Doorkeeper {
  const { hall, now, showOut, log } = options;
  const quarantine = createQuarantine();

  function tell(name: string, kept: Kept | null): void {
    if (kept === null) return;
    log.warn({ player: name, until: kept.until }, `a player is kept out: ${whyKeptOut(kept.why).en}`);
    const screen = screenOf(name);
    if (screen === null) return;
    hall.quarantined(screen, kept.why);
    showOut(screen);
  }
  function letIn(name: string): void {
    const screen = screenOf(name);
    log.info({ player: name }, 'a player may come back');
    if (screen !== null) hall.quarantined(screen, null);
  }
  function release(screen: ScreenId): boolean {
    const wasKept = quarantine.release(`screen ${screen}`);
    if (wasKept) letIn(`screen ${screen}`);
    return wasKept;
  }
  function decidedFor(name: string): HallState['keptOut'][string] | undefined {
    const screen = screenOf(name);
    return screen === null ? undefined : hall.state().keptOut[screen];
  }
  const pairings = new Map(Object.values(hall.state().screenToken).map(({ id, pairedAt }) => [id, pairedAt]));
  const stop = hall.onDecided((changed) => {
    for (const { kind, id } of changed) {
      const screen = id as ScreenId;
      if (kind === 'keptOut' && hall.state().keptOut[id] !== undefined) showOut(screen);
      if (kind !== 'screenToken') continue;
      // A spare does not pay for what the player before it did.
      const pairedAt = hall.state().screenToken[id]?.pairedAt;
      if (pairedAt !== undefined && pairings.get(id) !== pairedAt) release(screen);
      if (pairedAt !== undefined) pairings.set(id, pairedAt);
    }
  });

  return {
    knocks(name, isHost) {
      const decided = decidedFor(name);
      // Its machine can still be looked at and started anew.
      if (decided !== undefined && !isHost) return shut({ is: 'by-hand', by: decided.by });
      const isKnown = quarantine.kept(name) !== null;
      const kept = quarantine.connects(name, now());
      if (kept === null) return null;
      if (!isKnown) tell(name, kept);
      return shut(kept.why);
    },
    keepsOut: (name) => decidedFor(name) !== undefined || now() < (quarantine.kept(name)?.until ?? -Infinity),
    offends: (name, offence) => tell(name, quarantine.offends(name, offence, now())),
    strikes: (name, offence) => tell(name, quarantine.strikes(name, offence, now())),
    look() {
      for (const name of quarantine.over(now())) letIn(name);
    },
    release,
    stop,
  };
}

/** What the player itself is told; by whom it is kept out is for the console. */
const shut = (why: KeptOutFor): Problem =>
  problem('too-many', why.is === 'by-hand' ? no.keptOutByHand() : no.keptOut(whyKeptOut(why)));
