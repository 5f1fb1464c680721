import type { HealthState } from '#shared/facts.ts';
import type { Trouble } from '#shared/incidents.ts';

interface Patience {
  /** A trouble that has lasted this long opens an incident, ms. */
  readonly open: number;
  /** One that has stayed away this long ends it. */
  readonly close: number;
  /** A suspicion that has been quiet this long is forgotten: what flickers more often adds up. */
  readonly forget: number;
}

/** The hysteresis of each trouble: quick to speak where the wall is dark, slow where a technician can wait. */
export const afterMs: { readonly [K in Trouble]: Patience } = {
  offline: { open: 2_000, close: 5_000, forget: 4_000 },
  frozen: { open: 1_500, close: 5_000, forget: 4_000 },
  wrong: { open: 1_500, close: 5_000, forget: 4_000 },
  degraded: { open: 4_000, close: 10_000, forget: 8_000 },
  unproved: { open: 60_000, close: 10_000, forget: 10_000 },
  touch: { open: 0, close: 0, forget: 0 },
  quarantine: { open: 0, close: 10_000, forget: 10_000 },
  // Longer than twins take to be found again by a controller that has just started.
  token: { open: 0, close: 30_000, forget: 30_000 },
};

/** The trouble that a state of a screen is; null where nobody is to be called. */
export function troubleOfState(state: HealthState): Trouble | null {
  switch (state) {
    case 'offline':
    case 'frozen':
    case 'wrong':
    case 'degraded':
      return state;
    case 'unproved':
    case 'online':
    case 'late':
    case 'dark':
    case 'maintenance':
    case 'unknown':
      return null;
  }
}
