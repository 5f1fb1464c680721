import type { ScreenState, StandbyView } from '#shared/facts.ts';

/** One screen's light: ready, or why not. */
export type Light =
  | { readonly is: 'ready' }
  | {
      readonly is: 'waiting';
      readonly reason: 'fetching' | 'decoding' | 'warming' | 'missing' | 'failed' | 'unsynced' | 'silent' | 'offline';
      readonly seconds: number | null;
    };

export interface Lights {
  readonly lights: ReadonlyMap<string, Light>;
  readonly ready: number;
  /** Screens GO waits for, in the standby's order. */
  readonly waitsFor: readonly string[];
}

export function lightOf(screen: ScreenState | undefined): Light {
  if (screen === undefined || screen.health.state === 'offline' || screen.player === 'none') {
    return { is: 'waiting', reason: 'offline', seconds: null };
  }
  const { readiness } = screen;
  if (readiness === null) return { is: 'waiting', reason: 'silent', seconds: null };
  if (readiness.is === 'ready') return { is: 'ready' };
  return { is: 'waiting', reason: readiness.reason, seconds: readiness.seconds };
}

export function lightsOf(standby: StandbyView, screens: Readonly<Record<string, ScreenState>>): Lights {
  const lights = new Map(standby.screens.map((id) => [id as string, lightOf(screens[id])]));
  const waitsFor = standby.screens.filter((id) => lights.get(id)?.is !== 'ready');
  return { lights, ready: standby.screens.length - waitsFor.length, waitsFor };
}

/**
 * What GO starts: what somebody chose at this console, otherwise the newest that they armed themselves. What a colleague
 * has armed is never fired by who did not choose it. `standbys` are in the order in which they were armed.
 */
export function goOf(standbys: readonly StandbyView[], me: string, chosen: string | null): StandbyView | null {
  return standbys.find(({ id }) => id === chosen) ?? standbys.findLast(({ owner }) => owner === me) ?? null;
}
