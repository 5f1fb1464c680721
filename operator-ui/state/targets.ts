import type { Hall } from '#shared/hall.ts';
import { unitsOf } from './units.ts';

/** The zone that always exists. */
export const everything = 'all';

/** Screens that an id names: a screen, a surface or a zone (whose members may be screens, surfaces or zones). */
export function screensOf(hall: Hall, id: string, seen: ReadonlySet<string> = new Set()): readonly string[] {
  if (id === everything) return hall.screens.map((screen) => screen.id);
  if (seen.has(id)) return [];
  const surface = hall.surfaces.find((candidate) => candidate.id === id);
  if (surface !== undefined) return surface.members.map((member) => member.screen);
  const zone = hall.zones.find((candidate) => candidate.id === id);
  if (zone === undefined) return hall.screens.filter((screen) => screen.id === id).map((screen) => screen.id);
  const deeper = new Set([...seen, id]);
  return [...new Set(zone.members.flatMap((member) => screensOf(hall, member, deeper)))];
}

/** The shortest honest way to name a set of screens to the controller: everything, whole surfaces, single screens. */
export function targetsOf(hall: Hall, selected: ReadonlySet<string>): readonly string[] {
  if (selected.size > 0 && hall.screens.every((screen) => selected.has(screen.id))) return [everything];
  return unitsOf(hall).flatMap(({ id, members }) => {
    const chosen = members.filter(({ screen }) => selected.has(screen.id)).map(({ screen }) => screen.id as string);
    return chosen.length === members.length ? [id] : chosen;
  });
}

/** All screens of the zones that a person is limited to; null: every screen is theirs. */
export function screensWithin(hall: Hall | null, zones: readonly string[] | null): ReadonlySet<string> | null {
  return hall === null || zones === null ? null : new Set(zones.flatMap((zone) => screensOf(hall, zone)));
}
