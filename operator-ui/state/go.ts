import type { RunView, ScreenState, StandbyView } from '#shared/facts.ts';
import { enteringOf, nextReadiness } from '#shared/next-readiness.ts';
import type { CueRow } from './show-run.ts';

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
  /** Screens GO waits for, in the order of the screens. */
  readonly waitsFor: readonly string[];
}

type Told = ScreenState['readiness'];

function lightOf(screen: ScreenState | undefined, told: Told): Light {
  if (screen === undefined || screen.health.state === 'offline' || screen.player === 'none') {
    return { is: 'waiting', reason: 'offline', seconds: null };
  }
  if (told === null) return { is: 'waiting', reason: 'silent', seconds: null };
  if (told.is === 'ready') return { is: 'ready' };
  return { is: 'waiting', reason: told.reason, seconds: told.seconds };
}

function lightsFor(
  ids: readonly string[],
  screens: Readonly<Record<string, ScreenState>>,
  told: (screen: ScreenState) => Told,
): Lights {
  const lights = new Map(
    ids.map((id) => {
      const screen = screens[id];
      return [id, lightOf(screen, screen === undefined ? null : told(screen))];
    }),
  );
  const waitsFor = ids.filter((id) => lights.get(id)?.is !== 'ready');
  return { lights, ready: ids.length - waitsFor.length, waitsFor };
}

export function lightsOf(standby: StandbyView, screens: Readonly<Record<string, ScreenState>>): Lights {
  return lightsFor(standby.screens, screens, ({ readiness }) => readiness);
}

/** The lights of a run's next cue: of its screens, but for those on which something else lies above the run. */
export function nextLightsOf(
  run: RunView,
  next: Pick<CueRow, 'index' | 'screens'>,
  screens: Readonly<Record<string, ScreenState>>,
  runs: readonly RunView[],
): Lights {
  const entering = enteringOf(run, next.screens, (id) => screens[id], runs);
  return lightsFor(entering, screens, (screen) => nextReadiness(screen, run.id, next.index));
}

/**
 * What GO starts: what somebody chose at this console, otherwise the newest that they armed themselves. What a colleague
 * has armed is never fired by who did not choose it. `standbys` are in the order in which they were armed.
 */
export function goOf(standbys: readonly StandbyView[], me: string, chosen: string | null): StandbyView | null {
  return standbys.find(({ id }) => id === chosen) ?? standbys.findLast(({ owner }) => owner === me) ?? null;
}
