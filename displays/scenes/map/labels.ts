import { toMap, toScreen, type Camera, type Field } from './camera.ts';
import { cityNameBelow, mapBottom } from './layout.ts';
import { pieceAt, type Land, type Point } from './land.ts';

/** A name on the map, in one line or two, where it does not touch another name or a large mark. */
export interface Label {
  readonly id: string;
  readonly lines: readonly string[];
  readonly at: Point;
  readonly isCity: boolean;
}

export interface Naming {
  readonly land: Land;
  readonly camera: Camera;
  readonly field: Field;
  /** Name of a region or a city, as the map writes it. */
  readonly nameOf: (id: string) => string;
  /** Large marks on the screen, which no name may touch, and small ones, which a name avoids where it can. */
  readonly marks: { readonly large: readonly Point[]; readonly small: readonly Point[] };
}

/** Of the names' type, units: a line, and a letter (none of the hall's languages is wider on average). */
export const lineHeight = 26;
const letterWidth = 13.8;
/** Half of a large mark with a little air. */
const markRadius = 31;

interface Box {
  readonly at: Point;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const aroundRegion: readonly Point[] = [0, 15, -15, 30, -30, 45, -45, 60, -60, 92, -92].flatMap((y) =>
  [0, -22, 22, -44, 44, -66, 66, -88, 88].map((x): Point => [x, y]),
);

/** Cities first, then the regions: each takes the first free place near its own, and stays inside its region. */
export function placeNames({ land, camera, field, nameOf, marks }: Naming): readonly Label[] {
  const taken: Box[] = [
    ...marks.large.map((at): Box => ({ at, halfWidth: markRadius, halfHeight: markRadius })),
    ...land.cities.map(({ at }): Box => ({ at: toScreen(camera, field, at), halfWidth: 12, halfHeight: 12 })),
  ];
  const small = marks.small.map((at): Box => ({ at, halfWidth: 13, halfHeight: 12 }));
  const place = (
    lines: readonly string[],
    places: readonly Point[],
    isAllowed: (at: Point) => boolean = () => true,
  ): Point => {
    const halfWidth = (Math.max(...lines.map(({ length }) => length)) * letterWidth) / 2;
    const halfHeight = (lines.length * lineHeight) / 2 - 2;
    const isClearOf =
      (boxes: readonly Box[]) =>
      (at: Point): boolean =>
        boxes.every((box) => !touches(box, { at, halfWidth, halfHeight }));
    const isFree = isClearOf(taken);
    const isBest = isClearOf(small);
    const at = places.find((candidate) => isFree(candidate) && isBest(candidate) && isAllowed(candidate)) ??
      places.find((candidate) => isFree(candidate) && isAllowed(candidate)) ??
      places[0] ?? [0, 0];
    taken.push({ at, halfWidth, halfHeight });
    return at;
  };
  const cities = land.cities.map(({ id, at }): Label => {
    const [x, y] = toScreen(camera, field, at);
    const name = nameOf(id);
    const beside = 22 + (name.length * letterWidth) / 2;
    const offsets: readonly Point[] = [
      [0, cityNameBelow],
      [0, -cityNameBelow],
      [-beside, 0],
      [beside, 0],
      [0, 2.2 * cityNameBelow],
      [-beside, cityNameBelow],
      [beside, cityNameBelow],
      [-beside, -cityNameBelow],
      [beside, -cityNameBelow],
      [0, -2.2 * cityNameBelow],
      [-beside, 1.8 * cityNameBelow],
      [beside, 1.8 * cityNameBelow],
    ];
    return { id, lines: [name], at: place([name], moved([x, y], offsets)), isCity: true };
  });
  const regions = land.pieces.map(({ id, label }): Label => {
    const lines = twoLines(nameOf(id));
    const places = moved(toScreen(camera, field, label), aroundRegion);
    // Asked last: to look into a region's outline costs more than to compare boxes.
    const isInside = (at: Point): boolean => pieceAt(land, toMap(camera, field, at))?.id === id;
    return { id, lines, at: place(lines, places, isInside), isCity: false };
  });
  return [...regions, ...cities].filter(({ lines, at: [x, y] }) => {
    const halfWidth = (Math.max(...lines.map(({ length }) => length)) * letterWidth) / 2;
    return x > halfWidth && x < field.width - halfWidth && y > lineHeight * lines.length && y < mapBottom - lineHeight;
  });
}

function moved([x, y]: Point, offsets: readonly Point[]): readonly Point[] {
  return offsets.map(([dx, dy]) => [x + dx, y + dy]);
}

function touches(a: Box, b: Box): boolean {
  return (
    Math.abs(a.at[0] - b.at[0]) < a.halfWidth + b.halfWidth && Math.abs(a.at[1] - b.at[1]) < a.halfHeight + b.halfHeight
  );
}

/** A long name in two lines, broken at its last space or hyphen. */
export function twoLines(name: string): readonly string[] {
  const at = Math.max(name.lastIndexOf(' '), name.lastIndexOf('-'));
  if (name.length <= 10 || at < 0) return [name];
  return [name.slice(0, at + 1).trim(), name.slice(at + 1)];
}
