import type { Hall } from '#shared/hall.ts';
import type { Speech } from './speech.ts';
import { everything, screensOf, targetsOf } from './targets.ts';
import { numbersText } from './units.ts';

/** Whether these name exactly these screens. */
export function isThere(hall: Hall, targets: readonly string[], screens: readonly string[]): boolean {
  const named = new Set(targets.flatMap((target) => screensOf(hall, target)));
  return named.size === new Set(screens).size && screens.every((screen) => named.has(screen));
}

/** Where something is, in words: the whole hall, or a zone, by name; else surfaces by name and screens by number. */
export function whereText(hall: Hall, screens: readonly string[], speech: Speech): string {
  if (isThere(hall, [everything], screens)) return speech.words.select.everything;
  const zone = hall.zones.find(({ id }) => isThere(hall, [id], screens));
  if (zone !== undefined) return speech.text(zone.name);
  const targets = targetsOf(hall, new Set(screens));
  const surfaces = hall.surfaces.filter(({ id }) => targets.includes(id)).map(({ name }) => speech.text(name));
  const single = hall.screens.filter(({ id }) => targets.includes(id)).map(({ number }) => number);
  return [...surfaces, ...(single.length === 0 ? [] : [numbersText(single)])].join(', ');
}
