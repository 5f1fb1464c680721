import { likeness, lumasOf, type LumaGrid } from './luma-grid.ts';

/** What a scene has looked like on one screen: the mean of the pictures seen while all was well. */
export interface Reference {
  readonly mean: readonly number[];
  readonly count: number;
}

/** By the scene's key. */
export type References = ReadonlyMap<string, Reference>;

/** Fewer pictures than this say nothing. */
const enough = 5;
/** Older pictures fade, so that a scene may change with the years. */
const mostWeight = 50;
/** At most this many scenes are remembered for a screen; the least recently seen goes. */
const mostScenes = 40;
const alike = 0.9;
const unlike = 0.6;

/** The references with one more picture of a scene. */
export function learn(references: References, scene: string, grid: LumaGrid): References {
  const lumas = lumasOf(grid);
  const known = references.get(scene);
  const weight = Math.min(known?.count ?? 0, mostWeight);
  const mean = lumas.map((luma, cell) => ((known?.mean[cell] ?? 0) * weight + luma) / (weight + 1));
  const kept = [...references].filter(([key]) => key !== scene).slice(-(mostScenes - 1));
  return new Map([...kept, [scene, { mean, count: (known?.count ?? 0) + 1 }]]);
}

/**
 * The scene that the picture looks like instead of the one it should be, or null. Said only when it is far from what its
 * own scene has looked like here and close to what another has: a doubt is no alarm.
 */
export function looksLike(references: References, grid: LumaGrid, scene: string): string | null {
  const own = references.get(scene);
  if (own === undefined || own.count < enough) return null;
  const lumas = lumasOf(grid);
  if (likeness(lumas, own.mean) > unlike) return null;
  let best: { readonly scene: string; readonly likeness: number } | null = null;
  for (const [key, { mean, count }] of references) {
    if (key === scene || count < enough) continue;
    const found = likeness(lumas, mean);
    if (found >= alike && (best === null || found > best.likeness)) best = { scene: key, likeness: found };
  }
  return best?.scene ?? null;
}
