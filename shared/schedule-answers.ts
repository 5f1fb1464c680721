import { z } from 'zod';
import { ScreenId } from './ids.ts';
import { Layer } from './scene.ts';
import { ScheduleEdit } from './schedule-edits.ts';
import { Booking, SpecialDay } from './schedule.ts';
import { Text } from './text.ts';

// What the API says of the schedule; instants are ISO 8601 in UTC, `start` and `end` wall time in the hall's zone.

const Instant = z.iso.datetime();
const span = { screens: z.array(ScreenId), from: Instant, until: Instant };
const Source = z.strictObject({ kind: z.enum(['show', 'scene', 'slate']), id: z.string(), version: z.int() });

/** Where an occurrence does not have screens it wants: who has them, and why. */
const LossAnswer = z.strictObject({
  ...span,
  run: z.string(),
  title: Text,
  layer: Layer,
  why: z.enum(['layer', 'priority', 'specificity', 'start', 'id', 'closed']),
});

const occurrence = {
  run: z.string(),
  rule: z.string(),
  date: z.string(),
  layer: Layer,
  source: Source,
  title: Text,
  from: Instant,
  until: Instant,
  start: z.string(),
  end: z.string(),
  moment: z.enum(['usual', 'gap', 'overlap']),
  targets: z.array(z.string()),
  screens: z.array(ScreenId),
  language: z.string().nullable(),
  priority: z.number(),
  listed: z.boolean(),
  outsideHours: z.boolean(),
  booking: Booking.nullable(),
  change: z.enum(['move', 'replace']).nullable(),
  ownMs: z.number().nullable(),
};

export const BlockAnswer = z.strictObject({ ...occurrence, lost: z.array(LossAnswer) });
export type BlockAnswer = z.infer<typeof BlockAnswer>;
export const AbsentAnswer = z.strictObject({ ...occurrence, because: z.enum(['skip', 'mourning']) });
export type AbsentAnswer = z.infer<typeof AbsentAnswer>;

export const OutsideAnswer = z.strictObject({
  run: z.string(),
  rule: z.string(),
  date: z.string(),
  hidden: z.array(z.strictObject({ ...span, zone: z.string().nullable() })),
  extendDay: z.array(ScheduleEdit),
  extendWeek: z.array(ScheduleEdit),
});
export type OutsideAnswer = z.infer<typeof OutsideAnswer>;

const TransitionAnswer = z.strictObject({ at: Instant, byMs: z.number(), fromLocal: z.string(), toLocal: z.string() });

export const CalendarAnswer = z.strictObject({
  from: Instant,
  until: Instant,
  blocks: z.array(BlockAnswer),
  absent: z.array(AbsentAnswer),
  outside: z.array(OutsideAnswer),
  gaps: z.array(z.strictObject(span)),
  closed: z.array(z.strictObject({ ...span, zone: z.string().nullable() })),
  days: z.array(z.strictObject({ on: z.string(), day: SpecialDay })),
  transitions: z.array(TransitionAnswer),
});
export type CalendarAnswer = z.infer<typeof CalendarAnswer>;

const Holder = z.strictObject({ run: z.string(), layer: Layer, source: Source, title: Text });

export const ImpactAnswer = z.strictObject({
  from: Instant,
  until: Instant,
  changes: z.array(z.strictObject({ ...span, was: Holder, becomes: Holder })),
  added: z.array(BlockAnswer),
  gone: z.array(BlockAnswer),
  moved: z.array(z.strictObject({ was: BlockAnswer, becomes: BlockAnswer })),
  conflicts: z.array(BlockAnswer),
  displaced: z.array(BlockAnswer),
  outside: z.array(OutsideAnswer),
  gaps: z.array(z.strictObject(span)),
  silenced: z.array(AbsentAnswer),
});
export type ImpactAnswer = z.infer<typeof ImpactAnswer>;

export const DayReportAnswer = z.strictObject({
  date: z.string(),
  from: Instant,
  until: Instant,
  day: SpecialDay.nullable(),
  blocks: z.array(BlockAnswer),
  gaps: z.array(z.strictObject(span)),
  overlaps: z.array(BlockAnswer),
  cutShort: z.array(
    z.strictObject({
      block: BlockAnswer,
      ownMs: z.number(),
      comesMs: z.number(),
      by: z.string(),
      screens: z.array(ScreenId),
    }),
  ),
  outside: z.array(OutsideAnswer),
  absent: z.array(AbsentAnswer),
  transitions: z.array(TransitionAnswer),
  moments: z.array(BlockAnswer),
  missingTexts: z.array(
    z.strictObject({
      source: Source,
      title: Text,
      scene: Text.nullable(),
      field: z.string(),
      path: z.string(),
      languages: z.array(z.string()),
    }),
  ),
  missingMedia: z.array(z.strictObject({ screen: ScreenId, media: z.array(z.string()) })),
  /** `said` in the languages of the console; null: `why` is what a person wrote. */
  down: z.array(z.strictObject({ ...span, why: z.string(), said: Text.nullable() })),
});
export type DayReportAnswer = z.infer<typeof DayReportAnswer>;

/** What can be wrong with a rule whose shape is right; `reference` points at something that is not there. */
export const RuleFlawCode = z.enum([
  'dates-reversed',
  'no-screen',
  'start-outside-dates',
  'end-of-always',
  'end-and-duration',
  'end-dated',
  'end-before-start',
  'end-too-far',
  'expression',
  'too-often',
  'never-in-dates',
  'reference',
]);
export type RuleFlawCode = z.infer<typeof RuleFlawCode>;

/** When a rule comes: `planned` is the wall time it asks for, `start` what the wall shows when it comes. */
const ComingAnswer = z.strictObject({
  from: Instant,
  until: Instant,
  planned: z.string(),
  start: z.string(),
  moment: z.enum(['usual', 'gap', 'overlap']),
});
export type ComingAnswer = z.infer<typeof ComingAnswer>;

/** Whether a rule can stand, and when it would come. */
export const RuleOutlookAnswer = z.strictObject({
  flaws: z.array(
    z.strictObject({
      path: z.string(),
      code: RuleFlawCode,
      found: z.string(),
      expected: z.string(),
      field: z.strictObject({ field: z.string(), found: z.string(), example: z.string() }).optional(),
    }),
  ),
  /** The next five. */
  next: z.array(ComingAnswer),
  /** Those within 400 days whose time a clock change takes away or brings twice. */
  odd: z.array(ComingAnswer),
});
export type RuleOutlookAnswer = z.infer<typeof RuleOutlookAnswer>;

export const MissedAnswer = z.array(z.strictObject({ block: BlockAnswer, missedMs: z.number(), isOver: z.boolean() }));
export type MissedAnswer = z.infer<typeof MissedAnswer>;

export const EditsAnswer = z.strictObject({
  saved: z.array(z.strictObject({ id: z.string(), version: z.int().nullable() })),
  undo: z.array(ScheduleEdit),
});
export type EditsAnswer = z.infer<typeof EditsAnswer>;

/** What takes an act of the journal back; refused when somebody has changed the same since. */
export const UndoAnswer = z.strictObject({ edits: z.array(ScheduleEdit) });

export const ClockAnswer = z.strictObject({
  at: Instant,
  hold: z.strictObject({ since: Instant, byMs: z.number(), why: z.enum(['step', 'behind']) }).nullable(),
});
export type ClockAnswer = z.infer<typeof ClockAnswer>;
