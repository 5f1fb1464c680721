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
  /**
   * Instead of a duration: the wall time at which it ends. `HH:MM` of the date on which it starts, at or before the start
   * on the next day; a rule that comes once may name the date as well.
   */
  end: z.union([LocalTime, LocalDateTime]).optional(),
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
  version: z.int().min(1).default(1),
  change: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('skip') }),
    z.strictObject({ is: z.literal('move'), to: LocalDateTime, durationMs: z.int().min(1000).optional() }),
    z.strictObject({ is: z.literal('replace'), show: Slug.optional(), scene: Slug.optional() }),
  ]),
  reason: z.string().max(500).optional(),
});
export type RuleException = z.infer<typeof RuleException>;

/** A date of every year, `--MM-DD` (ISO 8601's form without the year). */
export const AnnualDate = z
  .string()
  .regex(/^--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date of every year such as "--12-16"')
  .refine((date) => LocalDate.safeParse(`2024${date.slice(1)}`).success, 'a day that exists');

/** `none`: closed all day. */
const DayHours = z.union([z.literal('none'), z.strictObject({ from: LocalTime, to: LocalTime })]);

/** A day that differs: a holiday, a museum night, a day of mourning. A date of its own wins over a date of every year. */
export const SpecialDay = z.strictObject({
  date: z.union([LocalDate, AnnualDate]),
  version: z.int().min(1).default(1),
  /** On a day of mourning it is what the ribbon says. */
  name: textUpTo(120),
  /** Absent: the weekly hours hold. Otherwise they hold in every zone that `zones` does not name. */
  hours: DayHours.optional(),
  zones: z.array(z.strictObject({ zone: Slug, hours: DayHours })).default([]),
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
  /** When it was armed, ms of shared time; 0: by a version that did not say. */
  at: z.number().default(0),
  /** Screens of its targets that others have armed for something else since: GO leaves them alone. */
  except: z.array(Slug).default([]),
  /** What GO is to say with it: for how long, ms, and why. */
  holdFor: z.number().nullable().default(null),
  reason: z.string().max(500).nullable().default(null),
});
export type Standby = z.infer<typeof Standby>;
