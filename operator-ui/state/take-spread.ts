import type { Take } from './seen.ts';

interface Point {
  readonly screen: string;
  readonly latenessMs: number;
}

/**
 * How a take fell on the screens, ms. `one`: a single screen answered, so that there is only its lateness to tell;
 * `together`: all fell so close that none was latest; `apart`: the time from the first to the last.
 */
export type Spread = { readonly points: readonly Point[]; readonly latest: Point } & (
  | { readonly is: 'one' }
  | { readonly is: 'together' }
  | { readonly is: 'apart'; readonly spreadMs: number }
);

/** What would be read as 0.0. */
const togetherMs = 0.05;

export function spreadOf({ applied }: Take): Spread | null {
  const points = applied
    .map(({ screen, latenessMs }) => ({ screen: screen as string, latenessMs }))
    .toSorted((a, b) => a.latenessMs - b.latenessMs);
  const first = points[0];
  const latest = points.at(-1);
  if (first === undefined || latest === undefined) return null;
  if (points.length === 1) return { is: 'one', points, latest };
  const spreadMs = latest.latenessMs - first.latenessMs;
  return spreadMs < togetherMs ? { is: 'together', points, latest } : { is: 'apart', points, latest, spreadMs };
}
