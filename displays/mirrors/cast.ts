import { mirrorLimits, type MirrorsWanted } from '#shared/mirrors.ts';

type Mirror = MirrorsWanted['mirrors'][number];

/** What becomes of each picture: played, left standing at its last frame, or taken away. */
export interface MirrorCast {
  readonly live: readonly Mirror[];
  readonly still: readonly Mirror[];
  readonly gone: readonly string[];
}

/** Who is live among the wanted, in their order; of the rest those that were ever seen stand still while there is room. */
export function castMirrors(wanted: readonly Mirror[], known: ReadonlySet<string>): MirrorCast {
  const live = wanted.slice(0, mirrorLimits.live);
  const still = wanted
    .slice(mirrorLimits.live)
    .filter(({ screen }) => known.has(screen))
    .slice(0, mirrorLimits.kept - live.length);
  const kept = new Set<string>([...live, ...still].map(({ screen }) => screen));
  return { live, still, gone: [...known].filter((screen) => !kept.has(screen)) };
}
