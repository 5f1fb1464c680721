import { geoAzimuthalEquidistant, geoCircle, geoDistance, geoPath, type GeoProjection } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { Centre } from './events.ts';
import { stateOf } from './territories.ts';

export type Point = readonly [x: number, y: number];
export type LonLat = readonly [lon: number, lat: number];

export const centres: Readonly<Record<Centre, LonLat>> = { almaty: [76.93, 43.24], astana: [71.43, 51.13] };

/** Where the map of the world lies, in units of the composition. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export function discIn(frame: { readonly width: number; readonly height: number }, isPortrait: boolean): Disc {
  const { width, height } = frame;
  if (isPortrait) return { x: width / 2, y: height * 0.7, radius: width * 0.53 };
  return { x: width - 606, y: height / 2 + 16, radius: 700 };
}

/** How far from the centre the rim lies: beyond every state, before the antipode tears the map apart, degrees. */
const reachDeg = 157;
/** ISO 3166-1 number of the country in the middle. */
export const homeNumeric = 398;

/** A piece of land, with the state on which its light depends. */
interface Land {
  readonly numeric: number | null;
  readonly path: Path2D;
}

/** The world as an azimuthal equidistant map: distance and direction from its centre are true, great circles straight. */
export interface Globe {
  readonly disc: Disc;
  readonly centre: LonLat;
  readonly lands: readonly Land[];
  /** `undefined` where a place lies beyond the rim. */
  place(at: LonLat): Point | undefined;
  /** A great circle; straight where it begins in the centre. */
  arc(from: LonLat, to: LonLat): Path2D;
  /** The circle of all places that far away, km. */
  distance(km: number): Path2D;
}

export type World = FeatureCollection;

/** The countries of a world-atlas topology; throws when it is something else. */
export function worldOf(topology: unknown): World {
  const atlas = topology as Parameters<typeof feature>[0];
  const countries = atlas.objects['countries'];
  const land = countries === undefined ? undefined : feature(atlas, countries);
  if (land?.type !== 'FeatureCollection') throw new Error('the atlas of the world has no countries');
  return land;
}

export function globeOf(world: World, centre: LonLat, disc: Disc): Globe {
  const projection = projectionOf(centre, disc);
  const path = geoPath(projection);
  return {
    disc,
    centre,
    lands: world.features.map((country) => ({
      numeric: stateOf(country.id, String(country.properties?.['name'])),
      path: new Path2D(path(country) ?? ''),
    })),
    place: (at) => {
      if (geoDistance([...at], [...centre]) > (reachDeg * Math.PI) / 180) return undefined;
      return projection([...at]) ?? undefined;
    },
    arc: (from, to) => new Path2D(path({ type: 'LineString', coordinates: [[...from], [...to]] }) ?? ''),
    distance: (km) =>
      new Path2D(
        path(
          geoCircle()
            .center([...centre])
            .radius((km / earthKm) * degrees)(),
        ) ?? '',
      ),
  };
}

const degrees = 180 / Math.PI;
const earthKm = 6371;

function projectionOf([lon, lat]: LonLat, { x, y, radius }: Disc): GeoProjection {
  return geoAzimuthalEquidistant()
    .rotate([-lon, -lat])
    .scale(radius / ((reachDeg * Math.PI) / 180))
    .translate([x, y])
    .clipAngle(reachDeg)
    .precision(0.4);
}
