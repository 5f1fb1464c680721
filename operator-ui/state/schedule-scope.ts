import type { Hall } from '#shared/hall.ts';
import type { BlockAnswer, CalendarAnswer } from '#shared/schedule-answers.ts';

/** The blocks that reach a zone, a surface or a screen; `all` is the whole hall. */
export function inScope(hall: Hall, scope: string, blocks: readonly BlockAnswer[]): readonly BlockAnswer[] {
  if (scope === 'all') return blocks;
  const screens = screensOf(hall, scope, new Set());
  return blocks.filter((block) => block.screens.some((screen) => screens.has(screen)));
}

/** The stretches in which every screen of the scope is closed at once. */
export function closedInScope(
  hall: Hall,
  scope: string,
  closed: CalendarAnswer['closed'],
): readonly { readonly from: number; readonly until: number }[] {
  const wanted =
    scope === 'all' ? new Set(hall.screens.map(({ id }) => String(id))) : screensOf(hall, scope, new Set());
  const edges = closed.flatMap(({ screens, from, until }) => {
    const count = screens.filter((screen) => wanted.has(screen)).length;
    return [
      { at: Date.parse(from), count },
      { at: Date.parse(until), count: -count },
    ];
  });
  const found: { readonly from: number; readonly until: number }[] = [];
  let shut = 0;
  let since = 0;
  for (const { at, count } of edges.toSorted((a, b) => a.at - b.at || a.count - b.count)) {
    const was = shut === wanted.size;
    shut += count;
    if (!was && shut === wanted.size) since = at;
    else if (was && shut !== wanted.size && at > since) found.push({ from: since, until: at });
  }
  return found;
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
