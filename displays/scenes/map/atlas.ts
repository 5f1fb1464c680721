import { Achievements, type Achievement } from '#shared/content.ts';
import { RegionBorders, RegionChanges } from '#shared/regions.ts';
import type { MapParams } from '#shared/scenes/map.ts';
import type { Text } from '#shared/text.ts';
import { slotsOf, type Slot } from './attract.ts';
import { cityNameBelow } from './layout.ts';
import { landOf, projectionFor, type Extent, type Land, type Point } from './land.ts';
import { countryIn, regionIn } from './regions.ts';
import { spotsOf, type Obstacle, type Spot } from './spots.ts';

/** Everything the map knows, laid out once. */
export interface Atlas {
  readonly achievements: readonly Achievement[];
  readonly spots: readonly Spot[];
  readonly slots: readonly Slot[];
  /** The land with the borders and names of a year; the same object for years without a change. */
  landIn(year: number): Land;
  /** The region in which an achievement lay in a year. */
  regionOf(achievement: Achievement, year: number): string;
  nameOf(region: string, year: number): Text | undefined;
}

/** Parses and lays out; throws where the data is not what their schemas say. */
export function atlasOf(
  data: { readonly achievements: unknown; readonly borders: unknown; readonly changes: unknown },
  { first, last, eventMs, focus }: Pick<MapParams, 'first' | 'last' | 'eventMs' | 'focus'>,
  extent: Extent,
): Atlas {
  const achievements = Achievements.parse(data.achievements)
    .filter(({ year }) => year >= first && year <= last)
    .toSorted((a, b) => a.year - b.year);
  const borders = RegionBorders.parse(data.borders);
  const changes = RegionChanges.parse(data.changes);
  const project = projectionFor(countryIn(last, borders, changes), extent);
  const turns = [
    first,
    ...changes.splits.map(({ since }) => since),
    ...changes.cities.map(({ since }) => since),
    ...changes.formerNames.map(({ until }) => until + 1),
  ];
  const starts = [...new Set(turns)].filter((year) => year >= first && year <= last).toSorted((a, b) => a - b);
  const lands = starts.map((year) => ({ year, land: landOf(countryIn(year, borders, changes), project) }));
  const landIn = (year: number): Land => {
    const found = lands.findLast((entry) => entry.year <= year) ?? lands[0];
    if (found === undefined) throw new Error(`the map has no year between ${first} and ${last}`);
    return found.land;
  };
  const isTold = (achievement: Achievement): boolean =>
    focus?.region === undefined || regionIn(focus.year, achievement.region, changes) === focus.region;
  return {
    achievements,
    spots: spotsOf(
      achievements,
      project,
      lands.flatMap(({ land }) => obstaclesIn(land)),
    ),
    slots: slotsOf(achievements.filter(isTold), { first: focus?.year ?? first, last: focus?.year ?? last, eventMs }),
    landIn,
    regionOf: ({ region }, year) => regionIn(year, region, changes),
    nameOf(region, year) {
      const land = landIn(year);
      return (
        land.pieces.find(({ id }) => id === region)?.region.name ??
        land.cities.find(({ id }) => id === region)?.city.name
      );
    },
  };
}

/** Cities with their names below them, and the names of the regions, about as long as they are in any language. */
function obstaclesIn({ pieces, cities }: Land): readonly Obstacle[] {
  const along = ([x, y]: Point, distance: number): readonly Obstacle[] =>
    [-44, 0, 44].map((dx) => ({ at: [x + dx, y], distance }));
  return [
    ...cities.flatMap(({ at: [x, y] }) => [
      { at: [x, y] as const, distance: 25 },
      ...along([x, y + cityNameBelow], 22),
    ]),
    ...pieces.flatMap(({ label }) => along(label, 26)),
  ];
}
