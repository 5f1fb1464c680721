/** How a thing that was let go runs on, slows and comes to rest on a whole step. Pure: a function of time since release. */
export interface Glide {
  readonly from: number;
  readonly to: number;
}

/** Time constant of the slowing, ms: most of the way is done after two of them. */
const slowingMs = 190;
/** After this long it stands. */
export const glideMs = slowingMs * 5;

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Steps per ms at release give the step it rests on; it never leaves the range. */
export function glideFrom(from: number, velocityPerMs: number, { least, most }: Range): Glide {
  const free = Math.round(from + velocityPerMs * slowingMs);
  return { from, to: Math.min(most, Math.max(least, free)) };
}

/** Where it is `sinceMs` after release. */
export function glideAt({ from, to }: Glide, sinceMs: number): number {
  if (sinceMs >= glideMs) return to;
  return to + (from - to) * Math.exp(-Math.max(0, sinceMs) / slowingMs);
}

export interface Sample {
  readonly at: number;
  readonly atMs: number;
}

/** How fast a finger moved over its last tenth of a second, units per ms; 0 when it rested before it was lifted. */
export function velocityOf(samples: readonly Sample[], nowMs: number): number {
  const recent = samples.filter(({ atMs }) => nowMs - atMs <= 100);
  const first = recent[0];
  const last = recent.at(-1);
  if (first === undefined || last === undefined || last.atMs - first.atMs < 8) return 0;
  return (last.at - first.at) / (last.atMs - first.atMs);
}
