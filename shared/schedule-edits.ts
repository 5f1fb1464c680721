import { z } from 'zod';
import { LocalDate, OpeningHours } from './hall.ts';
import { Slug } from './ids.ts';
import { AnnualDate, Rule, RuleException, SpecialDay } from './schedule.ts';

/** The version the editor started from; null creates. */
const Base = z.int().min(1).nullable();
/** Given: the deletion is refused when somebody has changed it since. */
const SeenVersion = z.int().min(1).optional();

/** One change to the schedule. A set of them is decided as one, and `undo` of its answer is such a set again. */
export const ScheduleEdit = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rule.put'), rule: Rule, base: Base }),
  z.strictObject({ type: z.literal('rule.delete'), id: Slug, base: SeenVersion }),
  z.strictObject({ type: z.literal('exception.put'), exception: RuleException, base: Base }),
  z.strictObject({ type: z.literal('exception.delete'), rule: Slug, date: LocalDate, base: SeenVersion }),
  z.strictObject({ type: z.literal('day.put'), day: SpecialDay, base: Base }),
  z.strictObject({ type: z.literal('day.delete'), date: z.union([LocalDate, AnnualDate]), base: SeenVersion }),
  z.strictObject({ type: z.literal('hours.put'), hours: OpeningHours, base: z.int().min(1) }),
]);
export type ScheduleEdit = z.infer<typeof ScheduleEdit>;

export const ScheduleEdits = z.array(ScheduleEdit).min(1).max(200);

export const ScheduleEditsBody = z.strictObject({
  edits: ScheduleEdits,
  reason: z.string().trim().min(1).max(500).optional(),
});
