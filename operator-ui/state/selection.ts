import type { Hall } from '#shared/hall.ts';
import type { ConsoleEvents } from '../elements/raise.ts';
import { screensOf } from './targets.ts';

type Selection = ReadonlySet<string>;

/** The screens chosen after the choice. Toggling takes away only when all of them were chosen. */
export function choose(selected: Selection, { screens, how }: ConsoleEvents['choose']): Selection {
  switch (how) {
    case 'only':
      return new Set(screens);
    case 'add':
      return new Set([...selected, ...screens]);
    case 'toggle': {
      if (!screens.every((screen) => selected.has(screen))) return new Set([...selected, ...screens]);
      const gone = new Set(screens);
      return new Set([...selected].filter((screen) => !gone.has(screen)));
    }
  }
}

/** The next zone after the one that is chosen now; the first where none is. */
export function nextZone(hall: Hall, selected: Selection): Selection {
  const zones = hall.zones.map((zone) => screensOf(hall, zone.id));
  const at = zones.findIndex((zone) => zone.length === selected.size && zone.every((screen) => selected.has(screen)));
  return new Set(zones[(at + 1) % Math.max(zones.length, 1)] ?? []);
}
