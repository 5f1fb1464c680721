import { z } from 'zod';
import { CueNotes } from './cue-note.ts';
import { RunId, Slug } from './ids.ts';
import { Policy, Segment, Timeline } from './scene.ts';
import { Text } from './text.ts';

/** GO of one run, given to a guide's phone; good for as long as the run is on, or until it is given anew. */
export const Guide = z.strictObject({
  /** The run's id: one phone at a time. */
  id: RunId,
  tokenHash: z.string(),
  /** Who gave it. */
  by: z.string().max(200),
  at: z.number(),
});
export type Guide = z.infer<typeof Guide>;

/** What a guide's phone shows: where the run stands, what may be said before each cue, and how long it has. */
export const GuideAnswer = z.strictObject({
  title: Text,
  by: z.string(),
  /** Shared time of the answer, ms. */
  now: z.number(),
  from: z.number(),
  until: z.number().nullable(),
  paused: z.boolean(),
  segments: z.array(Segment),
  timeline: Timeline,
  /** What the library says to whoever runs the show, before a cue. */
  notes: CueNotes,
  languages: z.array(z.string()),
  /** Numbers of the run's screens that give no answer. */
  missing: z.array(z.int()),
  /** What GO starts, the numbers of its screens that are not ready, and whether the cue goes without them by itself. */
  next: z.strictObject({ cue: z.string(), late: z.array(z.int()), insists: z.boolean() }).nullable(),
});
export type GuideAnswer = z.infer<typeof GuideAnswer>;

export const GuideGoBody = z.strictObject({
  /** The cue that GO leaves; another one is on: nothing happens. */
  from: Slug,
  /** Absent: as the next cue says. */
  policy: Policy.optional(),
});
