import { z } from 'zod';
import { CornerPin } from './corner-pin.ts';
import { Cleaning, Languages, Rect, Screen } from './hall.ts';
import { OpaqueId, RunId, ScreenId, Slug, TimelineHash } from './ids.ts';
import { Layer, Overlay, Power, Segment, Timeline, TouchMode, Transition } from './scene.ts';
import { LanguageTag, Text } from './text.ts';

/** One stretch of a screen's future: from `from` until `until` (ms of shared time; null: no end) this run has the screen. */
export const PlanItem = z.strictObject({
  run: RunId,
  layer: Layer,
  timeline: TimelineHash,
  from: z.number(),
  until: z.number().nullable(),
  /** In order of `zero`; never empty. The same run in two items carries the same segments. */
  segments: z.array(Segment).min(1),
  power: Power,
  language: LanguageTag.nullable(),
  touch: TouchMode,
  /** How this item enters. Inside a show, each cue has its own. */
  transition: Transition,
});
export type PlanItem = z.infer<typeof PlanItem>;

/** Something to hold ready, unseen, until it is taken. */
export const Armed = z.strictObject({
  standby: OpaqueId,
  timeline: TimelineHash,
  cue: z.int().min(0),
  language: LanguageTag.nullable(),
});
export type Armed = z.infer<typeof Armed>;

/** The screen's place in the hall, as far as its player must know. */
export const Setup = z.strictObject({
  screen: Screen,
  surfaces: z.array(
    z.strictObject({
      id: Slug,
      widthPx: z.int(),
      heightPx: z.int(),
      rect: Rect,
      members: z.array(z.strictObject({ screen: ScreenId, rect: Rect })),
    }),
  ),
  cornerPin: CornerPin.optional(),
  /** The corners are on trial: the screen shows a test grid, and they can be dragged there. */
  trial: z.boolean().optional(),
  hall: z.strictObject({ name: Text, timeZone: z.string(), languages: Languages }),
  sound: z.array(z.strictObject({ output: Slug, level: z.number(), muted: z.boolean() })),
  /** Where the screen has touch and the hall a PIN for cleaning. */
  cleaning: Cleaning.optional(),
});
export type Setup = z.infer<typeof Setup>;

export const ProgrammeItem = z.strictObject({
  run: RunId,
  title: Text,
  from: z.number(),
  until: z.number().nullable(),
  language: LanguageTag.nullable(),
});
export type ProgrammeItem = z.infer<typeof ProgrammeItem>;

export const planLimits = { items: 500, bytes: 256 * 1024, horizonMs: 48 * 3_600_000 } as const;

/**
 * Everything a screen needs to play alone until `until` and beyond (the last item has no end).
 * Identified by (revision, sequence, until). Items are in order, do not overlap and leave no gap.
 */
export const Plan = z.strictObject({
  screen: ScreenId,
  revision: z.int().min(0),
  /**
   * Numbers what is in force without being in the store: visitors' runs, and an emergency that is not yet committed.
   * 0 where there is none; otherwise it only rises, also over the controller's restarts.
   */
  sequence: z.int().min(0),
  from: z.number(),
  until: z.number(),
  setup: Setup,
  items: z.array(PlanItem).min(1).max(planLimits.items),
  timelines: z.record(z.string(), Timeline),
  overlays: z.array(Overlay),
  armed: z.array(Armed),
  programme: z.array(ProgrammeItem).max(200),
});
export type Plan = z.infer<typeof Plan>;

/** The identity two sides compare to know whether they hold the same plan. */
export const PlanIdentity = z.strictObject({
  revision: z.int().min(0),
  sequence: z.int().min(0),
  until: z.number(),
});
export type PlanIdentity = z.infer<typeof PlanIdentity>;

export function identityOf({ revision, sequence, until }: Plan): PlanIdentity {
  return { revision, sequence, until };
}

export function isSamePlan(a: PlanIdentity, b: PlanIdentity): boolean {
  return a.revision === b.revision && a.sequence === b.sequence && a.until === b.until;
}
