import type { Hall } from '#shared/hall.ts';
import type { Speech } from './speech.ts';
import { everything, screensOf } from './targets.ts';

/** Where an emergency can be raised: what the controller is told, and how it is called. */
export interface Place {
  readonly targets: readonly string[];
  readonly name: string;
}

/**
 * The whole hall and each of its zones; for somebody who has some zones alone all of those, and each that lies within.
 * The first is where it is raised unless another is chosen.
 */
export function emergencyPlaces(
  hall: Hall,
  zones: readonly string[] | null,
  speech: Speech,
): readonly [Place, ...Place[]] {
  const whole: Place = { targets: [everything], name: speech.words.select.everything };
  const placeOf = ({ id, name }: Hall['zones'][number]): Place => ({ targets: [id], name: speech.text(name) });
  if (zones === null) return [whole, ...hall.zones.map(placeOf)];
  const mine = new Set(zones.flatMap((zone) => screensOf(hall, zone)));
  const within = hall.zones.filter(({ id }) => screensOf(hall, id).every((screen) => mine.has(screen)));
  const own = within.filter(({ id }) => zones.includes(id));
  const all: Place = { targets: own.map(({ id }) => id), name: own.map(({ name }) => speech.text(name)).join(', ') };
  // Nothing of theirs is left in the hall: they are told so when they try.
  if (own.length === 0) return [whole];
  return [all, ...within.map(placeOf).filter((place) => own.length > 1 || place.targets[0] !== all.targets[0])];
}
