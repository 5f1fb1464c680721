import { takeInstant } from '#core/take-instant.ts';
import { seededRandom } from '../../support/random.ts';

const refreshMs = 1000 / 60;
const aLongTimeAgo = 1_790_000_000_000;

export interface SimulatedTakes {
  readonly spreadsMs: readonly number[];
  readonly latenessMs: readonly number[];
}

/**
 * Takes of screens whose displays refresh at seeded phases, each up to 40 ppm fast or slow, told by clocks that are off
 * by what clocks were measured to be off by. The instant comes from the same function as in the hall.
 */
export function simulateTakes(options: {
  readonly takes: number;
  readonly screens: number;
  /** Errors of real clocks, ms; drawn from. */
  readonly errorsMs: readonly number[];
  readonly seed: number;
}): SimulatedTakes {
  const { takes, screens, errorsMs, seed } = options;
  const random = seededRandom(seed);
  const spreadsMs: number[] = [];
  const latenessMs: number[] = [];
  for (let take = 0; take < takes; take += 1) {
    const now = aLongTimeAgo + take * 1_000;
    const displays = Array.from({ length: screens }, () => {
      const periodMs = refreshMs * (1 + (random() * 2 - 1) * 40e-6);
      const errorMs = errorsMs[Math.floor(random() * errorsMs.length)] ?? 0;
      return { periodMs, at: now - random() * periodMs, errorMs };
    });
    // Each has told its phase by its own clock, up to 2 s ago.
    const phases = displays.map(({ at, periodMs, errorMs }) => ({
      at: at - Math.floor((random() * 2_000) / periodMs) * periodMs + errorMs,
      periodMs,
      boundMs: 0.8,
    }));
    const planned = takeInstant({ now, commitMs: 5, sendMs: 0, delaysMs: [0.5], phases });
    const shown = displays.map(
      ({ at, periodMs, errorMs }) => at + Math.ceil((planned - errorMs - at) / periodMs) * periodMs,
    );
    spreadsMs.push(Math.max(...shown) - Math.min(...shown));
    latenessMs.push(...shown.map((ms) => ms - planned));
  }
  return { spreadsMs, latenessMs };
}
