import { z } from 'zod';
import { OpaqueId } from '#shared/ids.ts';
import { problem } from '#shared/problem.ts';
import { Applied } from '#shared/report.ts';
import type { TelemetryRecord } from '#core/ports.ts';
import { Instant, iso } from './instants.ts';
import { route, type Route } from './route.ts';

const Flip = z.strictObject({
  screen: z.string(),
  shownAt: Instant,
  latenessMs: z.number(),
  boundMs: z.number().nullable(),
  droppedFrames: z.int(),
});
const LedgerAnswer = z.strictObject({
  run: z.string(),
  /** One for each instant at which screens of this run were to change together. */
  takes: z.array(
    z.strictObject({
      cue: z.int(),
      plannedAt: Instant,
      /** Between the first and the last screen; a refresh of the screens at best, because they refresh at their own phase. */
      spreadMs: z.number(),
      worstLatenessMs: z.number(),
      screens: z.array(Flip),
    }),
  ),
});

/** The skew ledger of a run: each screen's lateness, and the spread between them. */
function ledgerAnswer(run: string, records: readonly TelemetryRecord[]): z.input<typeof LedgerAnswer> {
  const takes = new Map<string, Applied[]>();
  for (const record of records) {
    const parsed = record.kind === 'applied' ? Applied.safeParse(record.body) : null;
    if (parsed === null || !parsed.success) continue;
    const { cue, plannedAt } = parsed.data;
    const key = `${cue}@${plannedAt}`;
    takes.set(key, [...(takes.get(key) ?? []), parsed.data]);
  }
  return { run, takes: [...takes.values()].map(takeAnswer) };
}

function takeAnswer(applied: readonly Applied[]): z.input<typeof LedgerAnswer>['takes'][number] {
  const [first] = applied;
  if (first === undefined) throw new Error('a take nobody applied is not in the ledger');
  const shown = applied.map(({ shownAt }) => shownAt);
  return {
    cue: first.cue,
    plannedAt: iso(first.plannedAt),
    spreadMs: Math.max(...shown) - Math.min(...shown),
    worstLatenessMs: Math.max(...applied.map(({ latenessMs }) => latenessMs)),
    screens: applied.map(({ screen, shownAt, latenessMs, boundMs, droppedFrames }) => ({
      screen,
      shownAt: iso(shownAt),
      latenessMs,
      boundMs,
      droppedFrames,
    })),
  };
}

export const ledgerRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/takes/:run/ledger',
    summary: 'How late each screen was at each change of a run, and how far they were apart',
    needs: 'hall.see',
    params: z.strictObject({ run: OpaqueId }),
    answer: { status: 200, schema: LedgerAnswer },
    async handle({ params: { run } }, { engine }) {
      const records = await engine.ledger(run);
      const isKnown = records.length > 0 || engine.runs().some(({ id }) => id === run);
      return isKnown
        ? { status: 200, body: ledgerAnswer(run, records) }
        : {
            problem: problem('not-found', `Nothing is known of a run called ${run}.`, [
              { path: 'run', message: 'unknown' },
            ]),
          };
    },
  }),
];
