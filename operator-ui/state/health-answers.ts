import { z } from 'zod';
import { Text } from '#shared/text.ts';

// What the console reads of a screen's past; points are in the order of time.

const Known = z.number().nullable();
export const SeriesAnswer = z.object({
  grain: z.enum(['raw', 'minute', 'hour']),
  points: z.array(
    z.object({
      at: z.iso.datetime(),
      up: Known,
      droppedShare: Known,
      longTaskMs: z.number(),
      heapBytes: Known,
      roundTripMs: Known,
      boundMs: Known,
      errors: z.number(),
      touches: z.number(),
      temperatureC: Known,
      cpu: Known,
      latenessMs: Known,
    }),
  ),
});
export type SeriesAnswer = z.infer<typeof SeriesAnswer>;
type Point = SeriesAnswer['points'][number];

export const EventsAnswer = z.array(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('state'),
      at: z.iso.datetime(),
      body: z.object({ is: z.string(), reason: z.string().nullable(), said: Text.nullish() }),
    }),
    z.object({
      kind: z.literal('player'),
      at: z.iso.datetime(),
      body: z.object({ is: z.string(), browser: z.string().optional(), build: z.string().optional() }),
    }),
  ]),
);
export type EventsAnswer = z.infer<typeof EventsAnswer>;

export const TakesAnswer = z.array(
  z.object({
    run: z.string(),
    cue: z.number(),
    plannedAt: z.iso.datetime(),
    latenessMs: z.number(),
    droppedFrames: z.number(),
  }),
);
export type TakesAnswer = z.infer<typeof TakesAnswer>;

const percent = (share: number | null): number | null => (share === null ? null : share * 100);

/** The charts of a screen, by the word that names them. */
export const chartValues = {
  up: ({ up }: Point) => percent(up),
  dropped: ({ droppedShare }: Point) => percent(droppedShare),
  bound: ({ boundMs }: Point) => boundMs,
  roundTrip: ({ roundTripMs }: Point) => roundTripMs,
  longTask: ({ longTaskMs }: Point) => longTaskMs,
  heap: ({ heapBytes }: Point) => (heapBytes === null ? null : heapBytes / 2 ** 20),
  temperature: ({ temperatureC }: Point) => temperatureC,
  cpu: ({ cpu }: Point) => percent(cpu),
  lateness: ({ latenessMs }: Point) => latenessMs,
  touches: ({ touches }: Point) => touches,
} as const satisfies Record<string, (point: Point) => number | null>;
export type ChartName = keyof typeof chartValues;
