import type { Take } from './seen.ts';

/** How a take fell on the screens, ms: each lateness, and the time from the first screen to the last. */
export interface Spread {
  readonly spreadMs: number;
  readonly points: readonly { readonly screen: string; readonly latenessMs: number }[];
  readonly latest: { readonly screen: string; readonly latenessMs: number };
}

export function spreadOf({ applied }: Take): Spread | null {
  const points = applied
    .map(({ screen, latenessMs }) => ({ screen: screen as string, latenessMs }))
    .toSorted((a, b) => a.latenessMs - b.latenessMs);
  const first = points[0];
  const latest = points.at(-1);
  if (first === undefined || latest === undefined) return null;
  return { spreadMs: latest.latenessMs - first.latenessMs, points, latest };
}
