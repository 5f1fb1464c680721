import { seededRandom } from '../../support/random.ts';
import type { TrueTime } from '../clock/true-time.ts';

export interface SimulatedData {
  readonly startedNs: string;
  readonly cookie: string;
  /** The controller without any link between, for the truth that no player sees. */
  readonly directUrl: string;
  readonly players: readonly { readonly screen: string; readonly port: number; readonly seed: number }[];
}

/** The clocks of a simulated player: up to ten minutes away from everybody else, and up to 40 ppm fast or slow; ms. */
export function simulatedCrystal(seed: number, time: TrueTime) {
  const random = seededRandom(seed);
  const offsetMs = 600_000 * random();
  const rate = 1 + (random() * 2 - 1) * 40e-6;
  const mono = (): number => offsetMs + time.now() * rate;
  const periodMs = (1000 / 60) * rate;
  return {
    mono,
    wall: () => 1_700_000_000_000 + mono(),
    /** The true time of an instant of its own. */
    trueAt: (local: number): number => (local - offsetMs) / rate,
    refresh: { phaseMs: random() * periodMs, periodMs },
  };
}
