import { z } from 'zod';
import { Region } from '../content.ts';
import { MediumId } from './media-id.ts';
import { defineSceneType } from './scene-type.ts';

const Year = z.int().min(1900).max(2200);

/** The country as pieces of felt, its achievements as points, a year that runs by itself or by hand. */
export const MapParams = z
  .strictObject({
    /** A list of achievements (shared/content.ts). */
    data: MediumId,
    /** The regions' borders (shared/regions.ts). */
    regions: MediumId,
    /** What changed since those borders: regions split off, cities, former names (shared/regions.ts). */
    changes: MediumId,
    first: Year,
    last: Year,
    /** How long an achievement is told while nobody touches. */
    eventMs: z.int().min(3000).max(60_000).default(6000),
    /** Stays with one year, and if wanted with one region of it, for what a visitor asks for on another screen. */
    focus: z.strictObject({ year: Year, region: Region.optional() }).optional(),
  })
  .refine(({ first, last }) => first <= last, { path: ['last'], message: 'the last year comes before the first' })
  .refine(({ first, last, focus }) => focus === undefined || (focus.year >= first && focus.year <= last), {
    path: ['focus', 'year'],
    message: 'a year between the first and the last',
  });
export type MapParams = z.infer<typeof MapParams>;

export const map = defineSceneType({
  type: 'map',
  title: { kk: 'Карта', ru: 'Карта', en: 'Map' },
  params: MapParams,
  media: ({ data, regions, changes }) => [data, regions, changes],
  span: 'screen',
  interactive: true,
});
