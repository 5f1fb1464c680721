import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { z } from 'zod';
import { OpaqueId } from '#shared/ids.ts';
import { problem } from '#shared/problem.ts';
import { ledgerOf, type LedgerTake } from '#core/ports.ts';
import { Instant, iso, isoOrNull } from './instants.ts';
import { route, type Route } from './route.ts';

const Percentiles = z.strictObject({
  n: z.int(),
  p50: z.number(),
  p90: z.number(),
  p99: z.number(),
  max: z.number(),
});
const LedgerAnswer = z.strictObject({
  run: z.string(),
  /** One for each instant at which screens of this run were to change together. */
  takes: z.array(
    z.strictObject({
      cue: z.int(),
      plannedAt: Instant,
      decidedAt: Instant.nullable(),
      commitMs: z.number().nullable(),
      /** Between the first and the last screen that was on time; a refresh at best, for each refreshes at its own phase. */
      spreadMs: z.number().nullable(),
      lateness: Percentiles.nullable(),
      screens: z.array(
        z.strictObject({
          screen: z.string(),
          /** When the frame was submitted plus the screen's output delay; no light was measured. */
          shownAt: Instant,
          latenessMs: z.number(),
          boundMs: z.number().nullable(),
          droppedFrames: z.int(),
          mark: z.enum(['on-time', 'dropped-frames', 'late']),
        }),
      ),
      /** Screens that were to change and have not said that they did. */
      missing: z.array(z.strictObject({ screen: z.string(), wasReady: z.boolean() })),
    }),
  ),
});

function takeAnswer({
  plannedAt,
  decidedAt,
  changes,
  ...take
}: LedgerTake): z.input<typeof LedgerAnswer>['takes'][number] {
  return {
    ...take,
    plannedAt: iso(plannedAt),
    decidedAt: isoOrNull(decidedAt),
    screens: changes.map(({ shownAt, ...change }) => ({ ...change, shownAt: iso(shownAt) })),
    missing: [...take.missing],
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
        ? { status: 200, body: { run, takes: ledgerOf(records, engine.now()).map(takeAnswer) } }
        : {
            problem: problem('not-found', no.runUnknown(run), [{ path: 'run', message: 'unknown' }]),
          };
    },
  }),
];
