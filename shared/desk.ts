import { z } from 'zod';
import { OpaqueId, RunId, Slug } from './ids.ts';
import { Run, Standby } from './schedule.ts';
import { Text } from './text.ts';
import { Policy } from './scene.ts';

/** Somebody would like to have a run that somebody else holds. */
export const Ask = z.strictObject({
  /** The run's id: one at a time. */
  id: RunId,
  by: z.string().max(200),
  at: z.number(),
  message: z.string().max(500).nullable(),
});
export type Ask = z.infer<typeof Ask>;

const lost = {
  title: Text,
  owner: z.string().max(200),
  by: z.string().max(200),
  at: z.number(),
  reason: z.string().max(500).nullable(),
};

/** Somebody else did this with what its owner held or had armed; for the owner to know, until they have read it. */
export const Loss = z.discriminatedUnion('how', [
  z.strictObject({
    ...lost,
    /** The run's id: the newest of each. */
    id: RunId,
    targets: z.array(z.string()),
    /** Shortened: it ends earlier. Covered: another run lies over it, on a screen at least. */
    how: z.enum(['ended', 'shortened', 'taken', 'covered']),
  }),
  z.strictObject({
    ...lost,
    /** Of both standbys: a second colleague may take what the first has left. */
    id: OpaqueId,
    /** Armed for something else now. */
    how: z.literal('disarmed'),
    /** The screens that it lost. */
    targets: z.array(z.string()),
    /** Of a show, the cue that was armed. */
    cue: z.strictObject({ title: Text }).nullable(),
    for: z.strictObject({ title: Text, cue: z.strictObject({ title: Text }).nullable() }),
    /** Whether the rest of it is armed still. */
    isLeft: z.boolean(),
  }),
]);
export type Loss = z.infer<typeof Loss>;

/** How long owners are told of it, ms: whoever comes back to the console the same day finds it. */
export const lossKeptMs = 12 * 3_600_000;

/** The hall opened or closed by hand, against its hours; ms of shared time. After `until` the hours hold again. */
export const Doors = z.strictObject({
  id: z.literal('doors'),
  is: z.enum(['open', 'closed']),
  from: z.number(),
  until: z.number().nullable(),
  by: z.string().max(200),
});
export type Doors = z.infer<typeof Doors>;

/** The newest act on what runs or at the doors, with all it changed: enough to have it back as it was. */
export const LastAct = z.strictObject({
  id: z.literal('last'),
  command: z.string(),
  commandId: z.string(),
  by: z.string(),
  at: z.number(),
  runs: z.array(z.strictObject({ id: RunId, before: Run.nullable(), after: Run.nullable() })),
  standbys: z.array(z.strictObject({ id: OpaqueId, before: Standby.nullable(), after: Standby.nullable() })),
  /** `is`: as the act wished them, whether by the hours or against them. */
  doors: z
    .strictObject({ is: Doors.shape.is, before: Doors.nullable(), after: Doors.nullable() })
    .nullable()
    .default(null),
  /** The act that it took back, and whose that was. */
  undoes: z.strictObject({ command: z.string(), by: z.string() }).nullable().default(null),
});
export type LastAct = z.infer<typeof LastAct>;

/** How long an act can be taken back, ms. */
export const takeBackMs = 60_000;

export const AskBody = z.strictObject({ message: z.string().trim().min(1).max(500).optional() });
export const AnswerAskBody = z.strictObject({ give: z.boolean() });
const Reason = z.string().trim().min(1).max(500);
/** The reason may be missing only where nobody else holds the run. */
export const TakeOverBody = z.strictObject({ reason: Reason.optional() });
export const ReleaseQuery = z.strictObject({
  /** Why somebody else's run is ended, for them and the journal; of one's own it may be missing. */
  reason: Reason.optional(),
});
export const ReleaseBody = z.strictObject({ runs: z.array(OpaqueId).min(1).max(500), ...ReleaseQuery.shape });
export const DoorsBody = z.strictObject({ is: z.enum(['open', 'closed']) });
export const TakeBackBody = z.strictObject({ act: z.string().min(1).max(400) });
export const GoQuery = z.strictObject({
  /** The cue that GO leaves; another one is on: nothing happens. */
  from: Slug.optional(),
  /** For GO alone: what of screens that are not ready. Absent: as the next cue says. */
  policy: Policy.optional(),
});
