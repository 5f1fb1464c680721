import type { Hall } from '#shared/hall.ts';
import type { BlockAnswer } from '#shared/schedule-answers.ts';

/** The blocks that reach a zone, a surface or a screen; `all` is the whole hall. */
export function inScope(hall: Hall, scope: string, blocks: readonly BlockAnswer[]): readonly BlockAnswer[] {
  if (scope === 'all') return blocks;
  const screens = screensOf(hall, scope, new Set());
  return blocks.filter((block) => block.screens.some((screen) => screens.has(screen)));
}

function screensOf(hall: Hall, id: string, seen: Set<string>): ReadonlySet<string> {
  if (seen.has(id)) return new Set();
  seen.add(id);
  const surface = hall.surfaces.find((one) => one.id === id);
  if (surface !== undefined) return new Set(surface.members.map(({ screen }) => screen));
  const zone = hall.zones.find((one) => one.id === id);
  return zone === undefined
    ? new Set([id])
    : new Set(zone.members.flatMap((member) => [...screensOf(hall, member, seen)]));
}
