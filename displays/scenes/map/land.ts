import { geoConicEqualArea, type GeoProjection } from 'd3-geo';
import { n2 } from '../../look/ornament.ts';
import type { City, Country, Region } from './regions.ts';

export type Point = readonly [x: number, y: number];

/** A region in units of the composition. */
export interface Piece {
  readonly id: string;
  readonly region: Region;
  readonly rings: readonly (readonly Point[])[];
  /** The outline as SVG path data, before cuts. */
  readonly d: string;
  readonly cuts: readonly { readonly area: readonly Point[]; readonly keep: boolean }[];
  readonly seams: readonly (readonly Point[])[];
  readonly label: Point;
}

export interface CityPoint {
  readonly id: string;
  readonly city: City;
  readonly at: Point;
}

export interface Land {
  readonly pieces: readonly Piece[];
  readonly cities: readonly CityPoint[];
  readonly isSchematic: boolean;
}

export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Projection = (lonLat: readonly [number, number]) => Point;

/** Equal areas, two standard parallels through the country: no region looks larger than it is. */
export function projectionFor(country: Country, { left, top, right, bottom }: Extent): Projection {
  const coordinates = country.regions.flatMap(({ rings }) => rings.flat()).map(([lon, lat]) => [lon, lat]);
  const conic: GeoProjection = geoConicEqualArea()
    .parallels([42, 54])
    .rotate([-67, 0])
    .fitExtent(
      [
        [left, top],
        [right, bottom],
      ],
      { type: 'MultiPoint', coordinates },
    );
  return ([lon, lat]) => conic([lon, lat]) ?? [0, 0];
}

/** Everything that is drawn and touched, laid out once for a year's borders. */
export function landOf(country: Country, project: Projection): Land {
  return {
    pieces: country.regions.map((region) => pieceOf(region, project)),
    cities: country.cities.map((city) => ({ id: city.id, city, at: project(city.at) })),
    isSchematic: country.isSchematic,
  };
}

function pieceOf(region: Region, project: Projection): Piece {
  const rings = region.rings.map((ring) => ring.map(project));
  const label = region.label === null ? middleOf(rings[0] ?? []) : project(region.label);
  return {
    id: region.id,
    region,
    rings,
    d: rings.map(polygonPath).join(''),
    cuts: region.cuts.map(({ area, keep }) => ({ area: area.map(project), keep })),
    seams: region.seams.map((seam) => seam.map(project)),
    label,
  };
}

export function polygonPath(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${n2(x)} ${n2(y)}`).join('L')}Z`;
}

function middleOf(ring: readonly Point[]): Point {
  const sum = ring.reduce<Point>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0]);
  return [sum[0] / Math.max(1, ring.length), sum[1] / Math.max(1, ring.length)];
}

/** The piece under a point, cuts respected. */
export function pieceAt(land: Land, at: Point): Piece | undefined {
  return land.pieces.find(
    ({ rings, cuts }) => isInside(rings, at) && cuts.every(({ area, keep }) => isInside([area], at) === keep),
  );
}

/** Even-odd: a ring inside a ring is a hole. */
function isInside(rings: readonly (readonly Point[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    let [px, py] = ring.at(-1) ?? [0, 0];
    for (const [qx, qy] of ring) {
      if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
      [px, py] = [qx, qy];
    }
  }
  return inside;
}
