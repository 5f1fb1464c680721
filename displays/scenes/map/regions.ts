import type { RegionBorders, RegionChanges } from '#shared/regions.ts';
import type { Text } from '#shared/text.ts';

type Position = readonly [lon: number, lat: number];

/** A piece of land: a region of the borders, whole or cut by a later split. */
export interface Region {
  readonly id: string;
  readonly name: Text;
  readonly rings: readonly (readonly Position[])[];
  readonly label: Position | null;
  /** What was or will be cut out of it: area to keep (a new region) or to leave out (what remains of its parent). */
  readonly cuts: readonly { readonly area: readonly Position[]; readonly keep: boolean }[];
  /** Lines along which it was cut, inside it. */
  readonly seams: readonly (readonly Position[])[];
}

export interface City {
  readonly id: string;
  readonly name: Text;
  readonly at: Position;
}

/** The country in one year. */
export interface Country {
  readonly regions: readonly Region[];
  readonly cities: readonly City[];
  /** Whether some borders are drawn schematically. */
  readonly isSchematic: boolean;
}

/** Regions and cities as they were in `year`; pieces that the changes turn into cities are points, not land. */
export function countryIn(year: number, borders: RegionBorders, changes: RegionChanges): Country {
  const cityIds = new Set(changes.cities.map(({ region }) => region));
  const splits = changes.splits.filter(({ since }) => since <= year);
  const named = (id: string, name: Text): Text => nameIn(year, id, changes) ?? name;
  const label = (id: string): Position | null => changes.labels[id] ?? null;
  const whole = borders.features
    .filter(({ properties }) => !cityIds.has(properties.iso_3166_2))
    .map(({ properties, geometry }) => ({
      id: properties.iso_3166_2,
      name: named(properties.iso_3166_2, namesOf(properties)),
      rings: outlines(geometry),
      label: label(properties.iso_3166_2),
    }));
  const regions = whole.flatMap((region): Region[] => {
    const own = splits.filter(({ parent }) => parent === region.id);
    const area = ({ line, around }: (typeof own)[number]): readonly Position[] => [...line, ...around];
    const parts = own.map((split) => ({
      id: split.region,
      name: named(split.region, split.name),
      rings: region.rings,
      label: label(split.region),
      cuts: [{ area: area(split), keep: true }],
      seams: [split.line],
    }));
    return [{ ...region, cuts: own.map((split) => ({ area: area(split), keep: false })), seams: [] }, ...parts];
  });
  const cities = changes.cities
    .filter(({ since }) => since <= year)
    .map(({ region, name, at }) => ({ id: region, name: named(region, name), at }));
  return { regions, cities, isSchematic: splits.length > 0 };
}

/** Outer rings alone: cities and leased ground inside a region are part of the country's felt, not holes in it. */
function outlines(geometry: RegionBorders['features'][number]['geometry']): readonly (readonly Position[])[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap(([outer]) => (outer === undefined ? [] : [outer]));
}

/** The region that held a place's region in `year`: its parent while it was not yet split off. */
export function regionIn(year: number, id: string, changes: RegionChanges): string {
  const later = [...changes.splits, ...changes.cities].find(({ region, since }) => region === id && since > year);
  return later?.parent ?? id;
}

function nameIn(year: number, id: string, changes: RegionChanges): Text | undefined {
  return changes.formerNames
    .filter(({ region, until }) => region === id && year <= until)
    .toSorted((a, b) => a.until - b.until)[0]?.name;
}

function namesOf(properties: Readonly<Record<string, unknown>>): Text {
  const names = Object.entries(properties).flatMap(([key, value]) =>
    key.startsWith('name_') && typeof value === 'string' ? [[key.slice(5), value] as const] : [],
  );
  return Object.fromEntries(names);
}
