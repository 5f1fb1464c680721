import type { Hall, Rect, Screen } from '#shared/hall.ts';
import type { Text } from '#shared/text.ts';

/** What is handled as one thing on the floor plan: a surface with its screens, or a screen by itself. */
export interface Unit {
  readonly id: string;
  readonly kind: 'surface' | 'screen';
  readonly name: Text;
  /** The whole picture, px. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** In order of their numbers; each with its part of the picture, px. */
  readonly members: readonly { readonly screen: Screen; readonly rect: Rect }[];
}

/** Surfaces and the screens that belong to none, in order of their lowest number. */
export function unitsOf(hall: Hall): readonly Unit[] {
  const screens = new Map(hall.screens.map((screen) => [screen.id as string, screen]));
  const inSurface = new Set<string>();
  const surfaces = hall.surfaces.flatMap((surface): Unit[] => {
    const members = surface.members.flatMap(({ screen: id, rect }) => {
      const screen = screens.get(id);
      // A screen in two surfaces is drawn in the first.
      if (screen === undefined || inSurface.has(id)) return [];
      inSurface.add(id);
      return [{ screen, rect }];
    });
    if (members.length === 0) return [];
    members.sort((a, b) => a.screen.number - b.screen.number);
    const { id, name, widthPx, heightPx } = surface;
    return [{ id, kind: 'surface', name, widthPx, heightPx, members }];
  });
  const single = hall.screens
    .filter((screen) => !inSurface.has(screen.id))
    .map((screen): Unit => {
      const { id, name, widthPx, heightPx } = screen;
      const rect = { x: 0, y: 0, width: widthPx, height: heightPx };
      return { id, kind: 'screen', name, widthPx, heightPx, members: [{ screen, rect }] };
    });
  return [...surfaces, ...single].toSorted((a, b) => lowest(a) - lowest(b));
}

const lowest = ({ members }: Unit): number => Math.min(...members.map(({ screen }) => screen.number));

/** `01`, or `10–13` where the numbers follow each other, or `2, 5, 7`. */
export function numbersText(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? twoDigits(from) : `${twoDigits(from)}–${twoDigits(to)}`)).join(', ');
}

export const twoDigits = (number: number): string => String(number).padStart(2, '0');
