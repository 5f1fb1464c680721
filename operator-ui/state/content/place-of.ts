import type { Content } from '#shared/drafts.ts';
import type { Hall } from '#shared/hall.ts';
import type { Show } from '#shared/scene.ts';
import { screensOf } from '../targets.ts';
import { unitsOf } from '../units.ts';

/** Where to look at it: the first surface or screen on which it is shown; the hall's first where it is shown nowhere. */
export function placeOf(hall: Hall, content: Content, cue: string | null, shows: readonly Show[]): string {
  const targets = targetsOf(content, cue, shows);
  const screens = new Set(targets.flatMap((target) => screensOf(hall, target)));
  const units = unitsOf(hall);
  const place = units.find(({ members }) => members.some(({ screen }) => screens.has(screen.id)));
  return (place ?? units[0])?.id ?? 'all';
}

function targetsOf(content: Content, cue: string | null, shows: readonly Show[]): readonly string[] {
  if (content.kind === 'show') {
    const { cues } = content.body;
    return (cues.find(({ id }) => id === cue) ?? cues[0])?.parts.flatMap(({ targets }) => targets) ?? [];
  }
  const parts = shows.flatMap((show) => show.cues.flatMap((one) => one.parts));
  return parts.filter(({ scene }) => scene === content.body.id).flatMap(({ targets }) => targets);
}
