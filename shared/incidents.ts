import { z } from 'zod';
import { OpaqueId, ScreenId, Slug } from './ids.ts';
import { Targets } from './scene.ts';
import { Text } from './text.ts';

/** What an incident is about. */
export const Trouble = z.enum(['offline', 'frozen', 'wrong', 'degraded', 'unproved', 'touch', 'quarantine', 'token']);
export type Trouble = z.infer<typeof Trouble>;

/** `fault`: visitors miss something. `warning`: they will, if nobody looks after it. */
export type Severity = 'fault' | 'warning';

export function severityOf(trouble: Trouble): Severity {
  return trouble === 'degraded' || trouble === 'unproved' || trouble === 'token' ? 'warning' : 'fault';
}

/** The one thing behind it, as far as the hall's description tells. */
export const Cause = z.strictObject({
  kind: z.enum(['screen', 'playerHost', 'switch', 'circuit', 'hall']),
  /** The screen's id, the switch's name … */
  name: z.string().max(64),
});
export type Cause = z.infer<typeof Cause>;

/** Something that is or was wrong, found by rules: what the machine knows of it. Times in ms of shared time. */
export const Incident = z.strictObject({
  id: OpaqueId,
  trouble: Trouble,
  cause: Cause,
  /** One sentence that names the cause, in English. */
  title: z.string().max(300),
  /** The same in the languages of the console. */
  said: Text.optional(),
  /** Every screen that it has touched, in the hall's order. */
  screens: z.array(ScreenId),
  /** Those it touches now. */
  still: z.array(ScreenId),
  openedAt: z.number(),
  updatedAt: z.number(),
  closedAt: z.number().nullable(),
});
export type Incident = z.infer<typeof Incident>;

/** What people have said about an incident: decided, and therefore durable and in the journal. */
export const IncidentNote = z.strictObject({
  id: OpaqueId,
  acknowledged: z.strictObject({ by: z.string().max(100), at: z.number() }).nullable(),
  assignee: z.string().max(100).nullable(),
  comments: z.array(z.strictObject({ by: z.string().max(100), at: z.number(), text: z.string().max(1000) })).max(200),
});
export type IncidentNote = z.infer<typeof IncidentNote>;

/** An incident as people see it. */
export const IncidentView = Incident.extend({ note: IncidentNote.nullable() });
export type IncidentView = z.infer<typeof IncidentView>;

/** Somebody works on these screens: their troubles open no incident. */
export const Maintenance = z.strictObject({
  id: OpaqueId,
  targets: z.array(Slug).min(1),
  from: z.number(),
  /** Null: until it is ended. */
  until: z.number().nullable(),
  reason: z.string().max(200),
  owner: z.string().max(100),
});
export type Maintenance = z.infer<typeof Maintenance>;

export const MaintenanceBody = z.strictObject({
  targets: Targets,
  /** ms from now; absent: until it is ended. */
  holdFor: z
    .int()
    .min(60_000)
    .max(30 * 24 * 3_600_000)
    .optional(),
  reason: z.string().trim().max(200).default(''),
});
export type MaintenanceBody = z.output<typeof MaintenanceBody>;

export const IncidentNoteBody = z
  .strictObject({
    acknowledge: z.boolean().optional(),
    /** A person's name; null takes the assignment back. */
    assign: z.string().trim().min(1).max(100).nullable().optional(),
    comment: z.string().trim().min(1).max(1000).optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'nothing to note');
export type IncidentNoteBody = z.output<typeof IncidentNoteBody>;
