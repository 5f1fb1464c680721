import { z } from 'zod';
import { LocalDate, OpeningHours } from '#shared/hall.ts';
import {
  CalendarAnswer,
  ClockAnswer,
  DayReportAnswer,
  EditsAnswer,
  UndoAnswer,
  ImpactAnswer,
  MissedAnswer,
  RuleOutlookAnswer,
} from '#shared/schedule-answers.ts';
import { ScheduleEdits, ScheduleEditsBody } from '#shared/schedule-edits.ts';
import { AnnualDate, Rule, SpecialDay } from '#shared/schedule.ts';
import { problem } from '#shared/problem.ts';
import { contentRefusals } from '#shared/words/content-refusals.ts';
import { clockHold, hallOf } from '#core/ports.ts';
import { GivenInstant, iso } from './instants.ts';
import { obey, route, type Route } from './route.ts';

const dayMs = 24 * 3_600_000;
const longestMs = 62 * dayMs;
const usualPreviewMs = 14 * dayMs;

const Span = z
  .strictObject({ from: GivenInstant, to: GivenInstant })
  .refine(({ from, to }) => to > from && to - from <= longestMs, {
    path: ['to'],
    message: 'later than from, by 62 days at most',
  });
const OneDay = z.strictObject({ date: z.union([LocalDate, AnnualDate]) });
const Named = z.strictObject({ id: z.string(), version: z.int() });

const PreviewBody = z
  .strictObject({ edits: ScheduleEdits, from: GivenInstant.optional(), to: GivenInstant.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || (to > from && to - from <= longestMs), {
    path: ['to'],
    message: 'later than from, by 62 days at most',
  });

const instantKeys = new Set(['from', 'until', 'at']);

/** The same with instants in ms as text. */
function withInstants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withInstants);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]: [string, unknown]) => [
      key,
      typeof entry === 'number' && instantKeys.has(key) ? iso(entry) : withInstants(entry),
    ]),
  );
}

export const scheduleRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/schedule/calendar',
    summary: 'Occurrences, gaps, closed hours, special days and clock changes between two instants',
    needs: 'hall.see',
    query: Span,
    answer: { status: 200, schema: CalendarAnswer },
    handle({ query: { from, to } }, { engine }) {
      const seen = engine.calendar(from, to);
      return seen.ok ? { status: 200, body: withInstants(seen.calendar) } : { problem: seen.problem };
    },
  }),
  route({
    method: 'post',
    path: '/api/schedule/preview',
    summary: 'What edits of the schedule would do, before they are made; two weeks from now unless asked otherwise',
    needs: 'hall.see',
    body: PreviewBody,
    answer: { status: 200, schema: ImpactAnswer },
    repeat: 'memory',
    handle({ body }, { engine }) {
      const from = body.from ?? engine.now();
      const seen = engine.preview(body.edits, from, body.to ?? from + usualPreviewMs);
      return seen.ok ? { status: 200, body: withInstants(seen.impact) } : { problem: seen.problem };
    },
  }),
  route({
    method: 'post',
    path: '/api/schedule/outlook',
    summary:
      'Whether a rule, saved or not, can stand, its next five occurrences, and those that a clock change touches',
    needs: 'hall.see',
    body: z.strictObject({ rule: Rule }),
    answer: { status: 200, schema: RuleOutlookAnswer },
    repeat: 'memory',
    handle: ({ body }, { engine }) => ({ status: 200, body: withInstants(engine.ruleOutlook(body.rule)) }),
  }),
  route({
    method: 'post',
    path: '/api/schedule/edits',
    summary: 'Make several edits of the schedule as one; the answer carries what takes them back',
    needs: 'schedule.edit',
    body: ScheduleEditsBody,
    answer: { status: 200, schema: EditsAnswer },
    handle: (asked, parts) =>
      obey(asked, parts, { type: 'schedule.edit', edits: asked.body.edits, reason: asked.body.reason ?? null }),
  }),
  route({
    method: 'get',
    path: '/api/schedule/undo',
    summary: 'What takes back an edit of the schedule that the journal names by its command id; for a week',
    needs: 'hall.see',
    query: z.strictObject({ act: z.string().min(1).max(400) }),
    answer: { status: 200, schema: UndoAnswer },
    async handle({ query }, { engine }) {
      const made = EditsAnswer.safeParse(await engine.answered(query.act));
      return made.success
        ? { status: 200, body: { edits: made.data.undo } }
        : { problem: problem('not-found', contentRefusals.undoForgotten()) };
    },
  }),
  route({
    method: 'get',
    path: '/api/schedule/report',
    summary: 'A day looked through: gaps, overlaps, shows cut short, missing media and texts, clock changes',
    needs: 'hall.see',
    query: z.strictObject({ date: LocalDate }),
    answer: { status: 200, schema: DayReportAnswer },
    handle({ query }, { engine }) {
      const seen = engine.dayReport(query.date);
      return seen.ok ? { status: 200, body: withInstants(seen.report) } : { problem: seen.problem };
    },
  }),
  route({
    method: 'get',
    path: '/api/schedule/missed',
    summary: 'What came while the controller was not running, for a week back',
    needs: 'hall.see',
    answer: { status: 200, schema: MissedAnswer },
    handle: (_asked, { engine }) => ({ status: 200, body: withInstants(engine.missed()) }),
  }),
  route({
    method: 'get',
    path: '/api/clock',
    summary: 'The hall’s time, and why its wall clock is not trusted, where it is not',
    needs: 'hall.see',
    answer: { status: 200, schema: ClockAnswer },
    handle(_asked, { engine }) {
      const hold = clockHold(engine.state());
      const held = hold === null ? null : { since: iso(hold.since), byMs: hold.byMs, why: hold.why };
      return { status: 200, body: { at: iso(engine.now()), hold: held } };
    },
  }),
  route({
    method: 'post',
    path: '/api/clock/trust',
    summary:
      'Say that the machine’s wall clock is right: the hall takes its time from it, and the schedule holds again',
    needs: 'clock.trust',
    answer: { status: 200, schema: z.strictObject({ held: z.boolean() }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'clock.trust' }),
  }),
  route({
    method: 'get',
    path: '/api/days',
    summary: 'Days that differ: holidays, museum nights, days of mourning',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(SpecialDay) },
    handle: (_asked, { engine }) => ({ status: 200, body: Object.values(engine.state().day) }),
  }),
  route({
    method: 'put',
    path: '/api/days/:date',
    summary: 'Say what differs on a day; the body carries the version the change started from, if the day was there',
    needs: 'day.put',
    params: OneDay,
    body: SpecialDay.omit({ date: true }).extend({ version: z.int().min(1).optional() }),
    answer: { status: 200, schema: Named },
    handle(asked, parts) {
      const { version, ...body } = asked.body;
      const day = { ...body, date: asked.params.date, version: version ?? 1 };
      return obey(asked, parts, { type: 'day.put', day, base: version ?? null });
    },
  }),
  route({
    method: 'delete',
    path: '/api/days/:date',
    summary: 'Make a day like others again',
    needs: 'day.delete',
    params: OneDay,
    answer: { status: 200, schema: z.strictObject({ id: z.string() }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'day.delete', date: asked.params.date }),
  }),
  route({
    method: 'get',
    path: '/api/hours',
    summary: 'The opening hours, with their version',
    needs: 'hall.see',
    answer: { status: 200, schema: OpeningHours },
    handle: (_asked, { engine }) => ({ status: 200, body: hallOf(engine.state()).openingHours }),
  }),
  route({
    method: 'put',
    path: '/api/hours',
    summary: 'Change the opening hours; the body carries the version the change started from',
    needs: 'hours.put',
    body: OpeningHours.extend({ version: z.int({ error: 'the version you started from' }).min(1) }),
    answer: { status: 200, schema: Named },
    handle: (asked, parts) => obey(asked, parts, { type: 'hours.put', hours: asked.body, base: asked.body.version }),
  }),
];
