import { z } from 'zod';
import { PinHash } from './cleaning.ts';
import { CornerPin } from './corner-pin.ts';
import { ScreenId, Slug } from './ids.ts';
import { LanguageTag, Text } from './text.ts';
import { TouchRule } from './touch-rules.ts';

/** Local wall time of a day, `HH:MM`; `24:00` is the end of the day, later hours pass midnight (`26:00` is 02:00 of the next day). */
export const LocalTime = z.string().regex(/^([01]\d|2[0-9]|3[0-5]):[0-5]\d$/, 'a local time such as "10:00"');
export const LocalDate = z.iso.date();

/** A rectangle on the floor plan or on a surface; the unit belongs to the field that holds it. */
export const Rect = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type Rect = z.infer<typeof Rect>;

export const Screen = z.strictObject({
  id: ScreenId,
  /** The number on its label, unique in the hall. */
  number: z.int().min(1).max(999),
  name: Text,
  kind: z.enum(['panel', 'projector']),
  widthPx: z.int().min(320).max(16384),
  heightPx: z.int().min(240).max(16384),
  widthMm: z.number().positive(),
  heightMm: z.number().positive(),
  viewingDistanceMm: z.number().positive(),
  /** How the panel is mounted, clockwise; pixels are given as the visitor sees them. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).default(0),
  cornerPin: CornerPin.optional(),
  /** From the animation frame to light on the glass. */
  outputDelayMs: z.number().min(0).max(1000).default(0),
  defaultLanguage: LanguageTag,
  touch: z.boolean().default(false),
  /** Its touch does not work for now; players are told that it has none. */
  touchOff: z.boolean().optional(),
  /** In place on the floor plan: centre in metres, facing direction in degrees clockwise from the plan's top. */
  place: z.strictObject({ xM: z.number(), yM: z.number(), facingDeg: z.number().min(0).max(359).default(180) }),
  /** What it shares with others, so that one cause can be named once. */
  switch: z.string().max(64).optional(),
  circuit: z.string().max(64).optional(),
  playerHost: z.string().max(64).optional(),
});
export type Screen = z.infer<typeof Screen>;

/** One picture over several screens; rectangles in surface pixels, the gaps between them are the bezels. */
export const Surface = z.strictObject({
  id: Slug,
  name: Text,
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  members: z.array(z.strictObject({ screen: ScreenId, rect: Rect })).min(1),
});
export type Surface = z.infer<typeof Surface>;

export const Zone = z.strictObject({ id: Slug, name: Text, members: z.array(Slug).min(1) });
export type Zone = z.infer<typeof Zone>;

export const SoundOutput = z.strictObject({
  id: Slug,
  name: Text,
  zone: Slug,
  screen: ScreenId,
  maxLevel: z.number().min(0).max(1).default(1),
  level: z.number().min(0).max(1).default(0.7),
  muted: z.boolean().default(false),
});
export type SoundOutput = z.infer<typeof SoundOutput>;

/** ISO weekday 1 (Monday) to 7; a weekday that is not here is closed. */
const WeeklyHours = z.array(
  z.strictObject({ weekdays: z.array(z.int().min(1).max(7)).min(1), from: LocalTime, to: LocalTime }),
);

/** How long screens and projectors wake before the opening. */
const WarmUpMs = z
  .int()
  .min(0)
  .max(4 * 3_600_000);

export const OpeningHours = z.strictObject({
  version: z.int().min(1).default(1),
  weekly: WeeklyHours,
  warmUpMs: WarmUpMs.default(0),
  /** Zones with a week of their own; a screen lies in one of them at most. */
  zones: z.array(z.strictObject({ zone: Slug, weekly: WeeklyHours, warmUpMs: WarmUpMs.optional() })).default([]),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

export const Languages = z.strictObject({
  default: LanguageTag,
  /** The order in which the hall offers and falls back. */
  order: z.array(LanguageTag).min(1),
  names: z.record(LanguageTag, z.string()),
});

/** What locks a panel's touch while it is wiped; set in the console, kept in the hall's data. */
export const Cleaning = z.strictObject({ pinHash: PinHash });

/** What the hall is, apart from what it shows. Source: `config/hall.json`. */
export const Hall = z.strictObject({
  id: Slug,
  name: Text,
  timeZone: z.string().min(1),
  languages: Languages,
  floorPlan: z.strictObject({ widthM: z.number().positive(), heightM: z.number().positive(), door: Rect.optional() }),
  screens: z.array(Screen).min(1).max(1000),
  surfaces: z.array(Surface).default([]),
  zones: z.array(Zone).default([]),
  soundOutputs: z.array(SoundOutput).default([]),
  openingHours: OpeningHours,
  /** What the hall answers to visitors' touches; among equals the first wins. */
  touchRules: z.array(TouchRule).max(500).default([]),
  cleaning: Cleaning.optional(),
});
export type Hall = z.infer<typeof Hall>;
