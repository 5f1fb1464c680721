import type { Hall } from '#shared/hall.ts';
import type { ScreenId } from '#shared/ids.ts';

/** A group of screens that get one picture together (a surface), or one each (no surface). */
export interface PartTargets {
  readonly screens: readonly ScreenId[];
  readonly surface?: string;
}

/** Every screen of the hall outside surfaces, and every surface: what `all` means. */
function everything(hall: Hall): readonly string[] {
  const inSurface = new Set<string>(hall.surfaces.flatMap((surface) => surface.members.map((member) => member.screen)));
  return [
    ...hall.surfaces.map((surface) => surface.id),
    ...hall.screens.map((screen) => screen.id).filter((id) => !inSurface.has(id)),
  ];
}

/** Whether the id names anything that can be a target in this hall. */
export function isTarget(hall: Hall, id: string): boolean {
  return (
    id === 'all' ||
    hall.screens.some((screen) => screen.id === id) ||
    hall.surfaces.some((surface) => surface.id === id) ||
    hall.zones.some((zone) => zone.id === id)
  );
}

/**
 * Who shows a scene when it is put on these targets. A scene that spans goes over a whole surface as one picture;
 * otherwise each screen shows its own. A screen named by itself always shows its own.
 */
export function partTargets(
  hall: Hall,
  targets: readonly string[],
  span: 'surface' | 'screen',
): readonly PartTargets[] {
  const screens = new Map<string, ScreenId>(hall.screens.map(({ id }) => [id, id]));
  const single = new Set<ScreenId>();
  const surfaces = new Map<string, readonly ScreenId[]>();
  const visit = (id: string, seen: readonly string[]): void => {
    if (seen.includes(id)) return;
    const screen = screens.get(id);
    if (screen !== undefined) {
      single.add(screen);
      return;
    }
    const surface = hall.surfaces.find((candidate) => candidate.id === id);
    if (surface !== undefined) {
      const members = surface.members.map((member) => member.screen);
      if (span === 'surface') surfaces.set(surface.id, members);
      else for (const member of members) single.add(member);
    } else {
      const members = id === 'all' ? everything(hall) : (hall.zones.find((zone) => zone.id === id)?.members ?? []);
      for (const member of members) visit(member, [...seen, id]);
    }
  };
  for (const target of targets) visit(target, []);
  const parts: PartTargets[] = [...surfaces].map(([surface, members]) => ({
    surface,
    screens: members.filter((id) => !single.has(id)),
  }));
  if (single.size > 0) parts.push({ screens: [...single] });
  return parts.filter((part) => part.screens.length > 0);
}

/** The screens among these targets, each once. */
export function screensOf(hall: Hall, targets: readonly string[]): ScreenId[] {
  return [...new Set(partTargets(hall, targets, 'screen').flatMap((part) => part.screens))];
}
