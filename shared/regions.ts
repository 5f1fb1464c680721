import { z } from 'zod';
import { Text } from './text.ts';

/** ISO 3166-2, for example `KZ-71`. */
const RegionId = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/);
const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const Ring = z.array(Position).min(4);

/** Borders of regions: GeoJSON whose features carry `iso_3166_2` and a name for each language, `name_<tag>`. */
export const RegionBorders = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.looseObject({ iso_3166_2: RegionId }),
        geometry: z.discriminatedUnion('type', [
          z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
          z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
        ]),
      }),
    )
    .min(1),
});
export type RegionBorders = z.infer<typeof RegionBorders>;

const curated = { confidence: z.enum(['high', 'medium']), source: z.string().min(1), note: z.string().optional() };
const Year = z.int().min(1900).max(2200);

/** What the borders do not say: regions that were split off later, cities that stand for themselves, former names. */
export const RegionChanges = z.strictObject({
  /** A region cut out of its parent along a line; drawn schematically and marked so. */
  splits: z.array(
    z.strictObject({
      region: RegionId,
      parent: RegionId,
      since: Year,
      name: Text,
      /** From outside the parent, through it, to outside again. */
      line: z.array(Position).min(2),
      /** Closes the line to an area round the new region; outside the parent. */
      around: z.array(Position).min(1),
      ...curated,
    }),
  ),
  /** Cities with the rank of a region; `since` is the year from which the city is one. */
  cities: z.array(
    z.strictObject({ region: RegionId, parent: RegionId, since: Year, name: Text, at: Position, ...curated }),
  ),
  /** Names that were borne through `until`, the year included. */
  formerNames: z.array(z.strictObject({ region: RegionId, until: Year, name: Text, ...curated })),
  /** Where a region's name stands on the map, when its middle would not do. */
  labels: z.record(RegionId, Position),
});
export type RegionChanges = z.infer<typeof RegionChanges>;
