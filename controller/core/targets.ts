import type { Hall } from '#shared/hall.ts';
import type { ScreenId } from '#shared/ids.ts';
import { specificity } from './claim.ts';

/** Calls `name` with every screen that an id names, and how directly it names it; unknown ids name none. */
function eachScreen(hall: Hall, id: string, name: (screen: ScreenId, rank: number) => void): void {
  if (id === 'all') {
    for (const screen of hall.screens) name(screen.id, specificity.all);
    return;
  }
  const screen = hall.screens.find((candidate) => candidate.id === id);
  if (screen !== undefined) return name(screen.id, specificity.screen);
  const surface = hall.surfaces.find((candidate) => candidate.id === id);
  if (surface !== undefined) {
    for (const member of surface.members) name(member.screen, specificity.surface);
    return;
  }
  for (const member of zoneScreens(hall, id, [])) name(member, specificity.zone);
}

/** The screens of a zone, through its surfaces and inner zones; a zone that contains itself adds nothing. */
function zoneScreens(hall: Hall, id: string, path: readonly string[]): readonly ScreenId[] {
  const zone = hall.zones.find((candidate) => candidate.id === id);
  if (zone === undefined || path.includes(id)) return [];
  return zone.members.flatMap((member) => {
    if (hall.zones.some((inner) => inner.id === member)) return zoneScreens(hall, member, [...path, id]);
    const screens: ScreenId[] = [];
    eachScreen(hall, member, (screen) => void screens.push(screen));
    return screens;
  });
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
  for (const target of targets)
    eachScreen(hall, target, (screen, rank) => void named.set(screen, Math.max(rank, named.get(screen) ?? rank)));
  for (const target of except) eachScreen(hall, target, (screen) => void named.delete(screen));
  const inOrder = new Map<ScreenId, number>();
  for (const { id } of hall.screens) {
    const rank = named.get(id);
    if (rank !== undefined) inOrder.set(id, rank);
  }
  return inOrder;
}
