import { placeRefusals as no } from '#shared/words/place-refusals.ts';
import { z } from 'zod';
import { ScreenId } from '#shared/ids.ts';
import { problem } from '#shared/problem.ts';
import { Applied } from '#shared/report.ts';
import type { HallEngine } from '#core/ports.ts';
import { GivenInstant, Instant, iso } from './instants.ts';
import { route, type Reply, type Route } from './route.ts';
import { noScreen } from './screens.ts';

const hourMs = 3_600_000;
const longestMs = 2 * 366 * 24 * hourMs;

const Number0 = z.number().nullable();
const Point = z.strictObject({
  at: Instant,
  up: Number0,
  droppedShare: Number0,
  longTaskMs: z.number(),
  heapBytes: Number0,
  roundTripMs: Number0,
  boundMs: Number0,
  errors: z.number(),
  touches: z.number(),
  temperatureC: Number0,
  cpu: Number0,
  latenessMs: Number0,
});
const SeriesAnswer = z.strictObject({ grain: z.enum(['raw', 'minute', 'hour']), points: z.array(Point) });
const EventAnswer = z.strictObject({ at: Instant, kind: z.enum(['state', 'player']), body: z.unknown() });
const TakeAnswer = z.strictObject({
  run: z.string(),
  cue: z.int(),
  plannedAt: Instant,
  latenessMs: z.number(),
  boundMs: Number0,
  droppedFrames: z.int(),
});
const AvailabilityAnswer = z.strictObject({
  screen: z.string(),
  upMs: z.number(),
  /** Part of up in which the picture was seen. */
  provedMs: z.number(),
  downMs: z.number(),
  plannedMs: z.number(),
  /** Up of up and down, 0 to 1; null where nothing is known. */
  uptime: Number0,
});

const Span = z.strictObject({ from: GivenInstant.optional(), to: GivenInstant.optional() });
const OneScreen = z.strictObject({ id: ScreenId });

interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** The asked stretch of time, or the last hour; or why it cannot be answered. */
function spanOf(
  engine: HallEngine,
  { from, to }: z.output<typeof Span>,
): Stretch | { readonly problem: Reply & object } {
  const until = to ?? engine.now();
  const since = from ?? until - hourMs;
  if (since >= until) return { problem: { problem: problem('invalid', no.backwards()) } };
  if (until - since > longestMs) return { problem: { problem: problem('invalid', no.tooLongAgo()) } };
  return { from: since, until };
}

/** A question after the past of one screen. */
function past<Schema extends z.ZodType>(
  path: string,
  summary: string,
  schema: Schema,
  answer: (engine: HallEngine, screen: string, span: Stretch) => Promise<z.input<Schema>>,
): Route {
  return route({
    method: 'get',
    path,
    summary,
    needs: 'hall.see',
    params: OneScreen,
    query: Span,
    answer: { status: 200, schema },
    async handle({ params, query }, { engine }) {
      if (engine.screen(params.id) === null) return { problem: noScreen(params.id) };
      const span = spanOf(engine, query);
      return 'problem' in span ? span.problem : { status: 200, body: await answer(engine, params.id, span) };
    },
  });
}

async function availabilityOf(
  engine: HallEngine,
  { from, until }: Stretch,
): Promise<z.input<typeof AvailabilityAnswer>[]> {
  const known = new Map((await engine.history.availability(from, until)).map((one) => [one.screen, one]));
  return engine.facts().screens.map(({ id }) => {
    const { upMs, provedMs, downMs, plannedMs } = known.get(id) ?? { upMs: 0, provedMs: 0, downMs: 0, plannedMs: 0 };
    const uptime = upMs + downMs === 0 ? null : upMs / (upMs + downMs);
    return { screen: id, upMs, provedMs, downMs, plannedMs, uptime };
  });
}

export const historyRoutes: readonly Route[] = [
  past(
    '/api/screens/:id/series',
    'What a screen has reported, as points for a chart: every report, by the minute or by the hour',
    SeriesAnswer,
    async (engine, screen, { from, until }) => {
      const { grain, points } = await engine.history.series(screen, from, until);
      return { grain, points: points.map((point) => ({ ...point, at: iso(point.at) })) };
    },
  ),
  past(
    '/api/screens/:id/events',
    'How a screen stood, when its player came and went, and what software it ran; newest first',
    z.array(EventAnswer),
    async (engine, screen, { from, until }) =>
      (await engine.history.events(screen, from, until)).map((event) => ({ ...event, at: iso(event.at) })),
  ),
  past(
    '/api/screens/:id/takes',
    'How late a screen was at each change; newest first',
    z.array(TakeAnswer),
    async (engine, screen, { from, until }) =>
      (await engine.history.flips(screen, from, until)).flatMap((body) => {
        const { data } = Applied.safeParse(body);
        if (data === undefined) return [];
        const { run, cue, plannedAt, latenessMs, boundMs, droppedFrames } = data;
        return [{ run, cue, plannedAt: iso(plannedAt), latenessMs, boundMs, droppedFrames }];
      }),
  ),
  route({
    method: 'get',
    path: '/api/availability',
    summary: 'How long each screen showed what it should, in a stretch of time',
    needs: 'hall.see',
    query: Span,
    answer: { status: 200, schema: z.array(AvailabilityAnswer) },
    async handle({ query }, { engine }) {
      const span = spanOf(engine, query);
      return 'problem' in span ? span.problem : { status: 200, body: await availabilityOf(engine, span) };
    },
  }),
];
