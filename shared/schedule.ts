import { z } from 'zod';
import { LocalDate, LocalTime } from './hall.ts';
import { OpaqueId, RunId, ScreenId, Slug, TimelineHash } from './ids.ts';
import { Layer, Segment, Targets, TouchMode, Transition } from './scene.ts';
import { LanguageTag, Text, textUpTo } from './text.ts';

/** Local wall time in the hall's zone, `YYYY-MM-DDTHH:MM` with optional seconds. */
export const LocalDateTime = z.iso.datetime({ local: true, offset: false });

export const Booking = z.strictObject({
  group: z.string().max(200),
  guide: z.string().max(200).optional(),
  language: LanguageTag.optional(),
  size: z.int().min(1).max(10_000).optional(),
  note: z.string().max(2000).optional(),
});

/** When a rule holds: again and again (node-cron's dialect), once, or always. */
export const When = z.union([
  z.strictObject({ cron: z.string().min(1).max(200) }),
  z.strictObject({ at: LocalDateTime }),
  z.strictObject({ always: z.literal(true) }),
]);
export type When = z.infer<typeof When>;

export const Rule = z.strictObject({
  id: Slug,
  version: z.int().min(1).default(1),
  title: Text.optional(),
  /** Exactly one of the two. */
  show: Slug.optional(),
  scene: Slug.optional(),
  layer: z.enum(['scheduled', 'ambient']).default('scheduled'),
  when: When,
  /** Absent: the show's own length; a rule that is `always` has none. */
  durationMs: z
    .int()
    .min(1000)
    .max(366 * 24 * 3_600_000)
    .optional(),
  /** First and last local date on which it may start. */
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  priority: z.int().min(-100).max(100).default(0),
  targets: Targets,
  except: z.array(Slug).default([]),
  language: LanguageTag.optional(),
  enabled: z.boolean().default(true),
  /** Stands above the `closed` layer. */
  outsideHours: z.boolean().default(false),
  listed: z.boolean().default(true),
  booking: Booking.optional(),
});
export type Rule = z.infer<typeof Rule>;

/** What happens to one occurrence instead; keyed by (rule, local date), so it survives an edit of the rule. */
export const RuleException = z.strictObject({
  rule: Slug,
  date: LocalDate,
  change: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('skip') }),
    z.strictObject({ is: z.literal('move'), to: LocalDateTime, durationMs: z.int().min(1000).optional() }),
    z.strictObject({ is: z.literal('replace'), show: Slug.optional(), scene: Slug.optional() }),
  ]),
  reason: z.string().max(500).optional(),
});
export type RuleException = z.infer<typeof RuleException>;

/** A day that differs: a holiday, a museum night, a day of mourning. */
export const SpecialDay = z.strictObject({
  date: LocalDate,
  /** On a day of mourning also the words beside its ribbon. */
  name: textUpTo(120),
  /** `none`: closed all day; absent: the weekly hours hold. */
  hours: z.union([z.literal('none'), z.strictObject({ from: LocalTime, to: LocalTime })]).optional(),
  tone: z.enum(['usual', 'mourning']).default('usual'),
});
export type SpecialDay = z.infer<typeof SpecialDay>;

/** What somebody or something started. Scheduled occurrences are derived, and stored only when they must be pinned. */
export const Run = z.strictObject({
  id: RunId,
  layer: Layer,
  timeline: TimelineHash,
  /** As asked: ids of zones, surfaces and screens. */
  targets: z.array(Slug).min(1),
  except: z.array(Slug),
  from: z.number(),
  until: z.number().nullable(),
  segments: z.array(Segment).min(1),
  owner: z.string().nullable(),
  reason: z.string().max(500).nullable(),
  language: LanguageTag.nullable(),
  touch: TouchMode,
  transition: Transition,
  priority: z.int(),
  outsideHours: z.boolean(),
  /** The occurrence it pins, where it pins one. */
  rule: Slug.nullable(),
});
export type Run = z.infer<typeof Run>;

/** A cue armed on its screens. */
export const Standby = z.strictObject({
  id: OpaqueId,
  timeline: TimelineHash,
  cue: z.int().min(0),
  targets: z.array(Slug).min(1),
  screens: z.array(ScreenId).min(1),
  language: LanguageTag.nullable(),
  owner: z.string().nullable(),
});
export type Standby = z.infer<typeof Standby>;
