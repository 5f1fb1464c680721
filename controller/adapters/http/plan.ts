import { z } from 'zod';
import { ScreenId } from '#shared/ids.ts';
import { Plan } from '#shared/plan.ts';
import { Layer, Power } from '#shared/scene.ts';
import { Text } from '#shared/text.ts';
import type { Explanation, PlannedStretch } from '#core/ports.ts';
import { GivenInstant, Instant, iso, isoOrNull } from './instants.ts';
import { route, type Route } from './route.ts';
import { noScreen } from './screens.ts';

const dayMs = 24 * 3_600_000;
const usualSpanMs = 2 * dayMs;
const longestSpanMs = 31 * dayMs;

const PlanQuery = z.strictObject({
  /** Absent: all screens. */
  screen: ScreenId.optional(),
  from: GivenInstant.optional(),
  to: GivenInstant.optional(),
});
const ExplainQuery = z.strictObject({ screen: ScreenId, at: GivenInstant.optional() });

const Source = z.strictObject({ kind: z.enum(['show', 'scene', 'slate']), id: z.string(), version: z.int() });
const Stretch = z.strictObject({
  screen: z.string(),
  run: z.string(),
  layer: Layer,
  source: Source,
  title: Text,
  from: Instant,
  until: Instant.nullable(),
  language: z.string().nullable(),
  power: Power,
});
const Claim = z.strictObject({
  run: z.string(),
  layer: Layer,
  source: Source,
  title: Text,
  rule: z.string().nullable(),
  /** What people call that rule. */
  ruleTitle: Text.nullable(),
  owner: z.string().nullable(),
  reason: z.string().nullable(),
  from: Instant,
  until: Instant.nullable(),
  priority: z.number(),
  sentence: z.string(),
});
const ExplainAnswer = z.strictObject({
  screen: z.string(),
  at: Instant,
  winner: Claim,
  losers: z.array(Claim.extend({ why: z.string() })),
  nextChange: z.strictObject({ at: Instant, run: z.string(), layer: Layer, source: Source, title: Text }).nullable(),
});

/** Before the year 1 and after 9999, no clock of a person shows. */
const beginning = Date.parse('0001-01-01T00:00:00Z');
const end = Date.parse('9999-12-31T23:59:59Z');

/** ms as text; an instant beyond all calendars is said as their first or last. */
const shown = (ms: number): string => iso(Math.min(end, Math.max(beginning, ms)));

function times<T extends { readonly from: number; readonly until: number | null }>(stretch: T) {
  return { ...stretch, from: shown(stretch.from), until: isoOrNull(stretch.until) };
}

const stretchAnswer = (stretch: PlannedStretch): z.input<typeof Stretch> => times(stretch);

function explainAnswer({ screen, at, winner, losers, nextChange }: Explanation): z.input<typeof ExplainAnswer> {
  return {
    screen,
    at: iso(at),
    winner: times(winner),
    losers: losers.map(times),
    nextChange: nextChange === null ? null : { ...nextChange, at: iso(nextChange.at) },
  };
}

const tooLong = { path: ['to'], message: 'later than from, by 31 days at most' };

export const planRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/plan',
    summary: 'What a screen, or every screen, will show between two instants; two days from now unless asked otherwise',
    needs: 'hall.see',
    query: PlanQuery.refine(({ from, to }) => from === undefined || to === undefined || isSpan(from, to), tooLong),
    answer: { status: 200, schema: z.array(Stretch) },
    handle({ query }, { engine }) {
      const from = query.from ?? (query.to === undefined ? engine.now() : query.to - usualSpanMs);
      const to = query.to ?? from + usualSpanMs;
      if (query.screen !== undefined && engine.screen(query.screen) === null)
        return { problem: noScreen(query.screen, 'screen') };
      const screens = query.screen === undefined ? engine.facts().screens.map(({ id }) => id) : [query.screen];
      return {
        status: 200,
        body: screens.flatMap((screen) => engine.planned(screen, from, to)).map(stretchAnswer),
      };
    },
  }),
  route({
    method: 'get',
    path: '/api/rehearsal',
    summary:
      'The plans of all screens as of another instant, for players that rehearse; no screen of the hall is touched',
    needs: 'hall.see',
    query: z.strictObject({ at: GivenInstant }),
    answer: { status: 200, schema: z.array(Plan) },
    handle: ({ query }, { engine }) => ({ status: 200, body: engine.plansAt(query.at) }),
  }),
  route({
    method: 'get',
    path: '/api/explain',
    summary: 'Why a screen shows what it shows at an instant, what lost and why, and what comes next',
    needs: 'hall.see',
    query: ExplainQuery,
    answer: { status: 200, schema: ExplainAnswer },
    handle({ query }, { engine }) {
      if (engine.screen(query.screen) === null) return { problem: noScreen(query.screen, 'screen') };
      return { status: 200, body: explainAnswer(engine.explain(query.screen, query.at ?? engine.now())) };
    },
  }),
];

function isSpan(from: number, to: number): boolean {
  return to > from && to - from <= longestSpanMs;
}
