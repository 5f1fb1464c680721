import { z } from 'zod';
import { ScreenId } from './ids.ts';
import { Lack } from './report.ts';
import { Medium } from './scene.ts';
import { MediumId } from './scenes/media-id.ts';

const px = z.int().min(1);

/** What a medium is, as its content says; null where the content does not say it. */
export const MediumFacts = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('picture'),
    width: px,
    height: px,
    /** For example `RGB`, `YUV` or `CMYK`. */
    colour: z.string().nullable(),
    bitDepth: z.int().nullable(),
  }),
  z.strictObject({
    is: z.literal('film'),
    durationMs: z.number().min(0).nullable(),
    width: px,
    height: px,
    /** As MediaInfo calls it: `AVC`, `HEVC`, `VP9`, `AV1`… */
    codec: z.string(),
    framesPerSecond: z.number().nullable(),
    bitsPerSecond: z.number().nullable(),
    /** For example `YUV 4:2:0`. */
    colour: z.string().nullable(),
    bitDepth: z.int().nullable(),
    /** Its light is meant for HDR displays. */
    hdr: z.boolean(),
    /** It can begin before all of it is there. */
    streamable: z.boolean(),
    sound: z.string().nullable(),
  }),
  z.strictObject({
    is: z.literal('sound'),
    durationMs: z.number().min(0).nullable(),
    codec: z.string(),
    channels: z.int().nullable(),
    bitsPerSecond: z.number().nullable(),
  }),
  /** Neither seen nor heard: texts, borders, fonts. */
  z.strictObject({ is: z.literal('data') }),
]);
export type MediumFacts = z.infer<typeof MediumFacts>;

/** A medium in the library; `facts` are null while it is being looked at. */
export const MediumView = Medium.extend({
  facts: MediumFacts.nullable(),
  /** Whether there is a small picture of it at `/media/:hash/thumbnail`. */
  hasThumbnail: z.boolean(),
});
export type MediumView = z.infer<typeof MediumView>;

/** How a medium stands on a screen whose plan needs it. */
export const Holding = z.strictObject({
  screen: ScreenId,
  /** `missing`: its player could not get it. `coming`: it is not there yet, and not being fetched at this moment. */
  state: z.enum(['held', 'fetching', 'coming', 'missing', 'unheard']),
  /** Why it could not be had, where its player says it. */
  why: Lack.exclude(['waiting', 'fetching']).nullable(),
  /** Of all media that the screen's plan needs. */
  held: z.int().min(0),
  needed: z.int().min(1),
});
export type Holding = z.infer<typeof Holding>;

/** Takes a finished upload into the library under this id. */
export const MediumBody = z.strictObject({ upload: z.string().regex(/^[0-9a-f]{32}$/), id: MediumId });

/** A thumbnail has at most so many pixels on a side, and at most so many bytes. */
export const thumbnailPx = 480;
export const thumbnailLimitBytes = 150_000;

/** A small picture of a medium, as JPEG in base64; made by a console, which can decode what the controller cannot. */
export const ThumbnailBody = z.strictObject({
  id: MediumId,
  picture: z.base64().max(Math.ceil(thumbnailLimitBytes / 3) * 4),
});

/** What may be uploaded, by how its content begins; and how its name has to end. */
export const uploadable: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'video/mp4': ['mp4'],
  'video/webm': ['webm'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/ogg': ['ogg'],
  'audio/wav': ['wav'],
};

/** The largest file that is taken, bytes. */
export const uploadLimitBytes = 16 * 1024 ** 3;
