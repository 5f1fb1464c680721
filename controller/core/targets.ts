import type { Hall } from '#shared/hall.ts';
import type { ScreenId } from '#shared/ids.ts';
import { specificity } from './claim.ts';

/** Every screen an id names, with how directly it names it; unknown ids name none. */
function screensOf(hall: Hall, id: string): readonly (readonly [ScreenId, number])[] {
  if (id === 'all') return hall.screens.map((screen) => [screen.id, specificity.all]);
  const screen = hall.screens.find((candidate) => candidate.id === id);
  if (screen !== undefined) return [[screen.id, specificity.screen]];
  const surface = hall.surfaces.find((candidate) => candidate.id === id);
  if (surface !== undefined) return surface.members.map((member) => [member.screen, specificity.surface]);
  return zoneScreens(hall, id, []).map((member) => [member, specificity.zone]);
}

/** The screens of a zone, through its surfaces and inner zones; a zone that contains itself adds nothing. */
function zoneScreens(hall: Hall, id: string, path: readonly string[]): readonly ScreenId[] {
  const zone = hall.zones.find((candidate) => candidate.id === id);
  if (zone === undefined || path.includes(id)) return [];
  return zone.members.flatMap((member) =>
    hall.zones.some((inner) => inner.id === member)
      ? zoneScreens(hall, member, [...path, id])
      : screensOf(hall, member).map(([screen]) => screen),
  );
}

/**
 * The screens that targets name (`all`, zones, surfaces, screens), minus those that `except` names, each with its
 * specificity (`claim.ts`). A screen named in several ways counts by the most specific one. In the hall's order.
 */
export function targetScreens(
  hall: Hall,
  targets: readonly string[],
  except: readonly string[],
): ReadonlyMap<ScreenId, number> {
  const named = new Map<ScreenId, number>();
  for (const target of targets) {
    for (const [screen, rank] of screensOf(hall, target)) {
      named.set(screen, Math.max(rank, named.get(screen) ?? rank));
    }
  }
  for (const target of except) for (const [screen] of screensOf(hall, target)) named.delete(screen);
  return new Map(
    hall.screens.flatMap(({ id }) => {
      const rank = named.get(id);
      return rank === undefined ? [] : [[id, rank] as const];
    }),
  );
}
