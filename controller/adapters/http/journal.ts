import { z } from 'zod';
import { Said } from '#shared/said.ts';
import { tellIn } from '#core/ports.ts';
import { GivenInstant, Instant, iso } from './instants.ts';
import { route, type Route } from './route.ts';

const Whole = z
  .string()
  .regex(/^\d{1,15}$/, 'a whole number')
  .transform(Number);

const JournalParams = z.strictObject({
  limit: Whole.refine((limit) => limit >= 1 && limit <= 1000, 'from 1 to 1000').default(100),
  before: Whole.optional(),
  actor: z.string().min(1).max(200).optional(),
  /** One command, or several with commas between them. */
  command: z
    .string()
    .min(1)
    .max(1000)
    .transform((commands) => commands.split(','))
    .optional(),
  from: GivenInstant.optional(),
  to: GivenInstant.optional(),
});

const Entry = z.strictObject({
  seq: z.int(),
  revision: z.int(),
  at: Instant,
  command: z.string(),
  commandId: z.string(),
  actor: z.string(),
  reason: z.string().nullable(),
  /** What was done, in English. */
  summary: z.string(),
  /** The same in each language of the console, with names for ids; absent in entries of older versions. */
  said: Said.optional(),
  /** The same as data: each deed's name with its values. */
  deeds: z.array(z.array(z.unknown())).optional(),
  changed: z.array(z.strictObject({ kind: z.string(), id: z.string() })),
  hash: z.string(),
});

export const journalRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/journal',
    summary: 'Who decided what, when and why; newest first',
    needs: 'hall.see',
    query: JournalParams,
    answer: { status: 200, schema: z.array(Entry) },
    async handle({ query: { limit, before, actor, command, from, to } }, { engine }) {
      const entries = await engine.journal({
        limit,
        ...(before === undefined ? {} : { before }),
        ...(actor === undefined ? {} : { actor }),
        ...(command === undefined ? {} : { commands: command }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
      const tell = tellIn(engine.state());
      return {
        status: 200,
        body: entries.map(({ deeds, ...entry }): z.input<typeof Entry> => {
          const said = tell(deeds ?? []);
          return {
            ...entry,
            ...(deeds === undefined ? {} : { deeds: deeds.map((deed) => [...deed]) }),
            ...(said === null ? {} : { said }),
            at: iso(entry.at),
            changed: [...entry.changed],
          };
        }),
      };
    },
  }),
];
