import { exponential } from './random.ts';

/** What a link does to a message, ms, in each direction. */
export interface Link {
  readonly there: (random: () => number) => number;
  readonly back: (random: () => number) => number;
  /** No round trip is shorter. */
  readonly smallestRoundTripMs: number;
}

export type LinkName = 'loopback' | 'lan' | 'wifi' | 'rough' | 'lopsided';

const uniform =
  (middle: number, half: number) =>
  (random: () => number): number =>
    middle - half + 2 * half * random();

const wifi = (random: () => number): number => 2 + exponential(random, 6) + (random() < 0.01 ? 100 : 0);

export const links: Readonly<Record<LinkName, Link>> = {
  loopback: { there: () => 0, back: () => 0, smallestRoundTripMs: 0 },
  lan: { there: uniform(0.3, 0.1), back: uniform(0.3, 0.1), smallestRoundTripMs: 0.4 },
  wifi: { there: wifi, back: wifi, smallestRoundTripMs: 4 },
  rough: { there: uniform(20, 15), back: uniform(20, 15), smallestRoundTripMs: 10 },
  lopsided: { there: uniform(5, 2), back: uniform(15, 10), smallestRoundTripMs: 8 },
};
