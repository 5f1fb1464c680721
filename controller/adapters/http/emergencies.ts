import { z } from 'zod';
import { Said } from '#shared/said.ts';
import { Applied } from '#shared/report.ts';
import { tellIn, type StoredEntry, type TelemetryRecord, type Tell } from '#core/ports.ts';
import { Instant, iso } from './instants.ts';
import { route, type Route } from './route.ts';

const Past = z.strictObject({
  run: z.string(),
  at: Instant,
  by: z.string(),
  summary: z.string(),
  said: Said.optional(),
  isDrill: z.boolean(),
  /** Screens that were to show it; null where that is not known any more. */
  screens: z.int().nullable(),
  confirmed: z.int(),
  /** From the decision to the last screen, ms; null while none has confirmed. */
  lastMs: z.number().nullable(),
});

const TakeNote = z.looseObject({ decidedAt: z.number(), screens: z.array(z.string()).optional() });

function pastOf(
  entry: StoredEntry,
  run: string,
  records: readonly TelemetryRecord[],
  tell: Tell,
): z.input<typeof Past> {
  const flips = records.flatMap((record) => {
    const parsed = record.kind === 'applied' ? Applied.safeParse(record.body) : null;
    return parsed?.success === true ? [parsed.data] : [];
  });
  const note = records.flatMap((record) => {
    const parsed = record.kind === 'take' ? TakeNote.safeParse(record.body) : null;
    return parsed?.success === true ? [parsed.data] : [];
  })[0];
  const said = tell(entry.deeds ?? []);
  return {
    run,
    at: iso(entry.at),
    by: entry.actor,
    summary: entry.summary,
    ...(said === null ? {} : { said }),
    isDrill: entry.summary.includes('as a drill'),
    screens: note?.screens?.length ?? null,
    confirmed: new Set(flips.map(({ screen }) => screen)).size,
    lastMs: flips.length === 0 ? null : Math.max(...flips.map(({ shownAt }) => shownAt)) - entry.at,
  };
}

/** Emergencies and drills of the past, and how long each took to reach its last screen. */
export const emergencyRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/emergencies',
    summary: 'The last emergencies and drills: how many screens confirmed, and how long the last one took',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(Past) },
    async handle(_asked, { engine }) {
      const entries = await engine.journal({ limit: 20, commands: ['emergency.raise'] });
      const tell = tellIn(engine.state());
      const past = await Promise.all(
        entries.map(async (entry) => {
          const run = entry.changed.find(({ kind }) => kind === 'run')?.id;
          return run === undefined ? [] : [pastOf(entry, run, await engine.ledger(run), tell)];
        }),
      );
      return { status: 200, body: past.flat() };
    },
  }),
];
