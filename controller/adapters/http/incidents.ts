import { runRefusals as no } from '#shared/words/run-refusals.ts';
import { z } from 'zod';
import { OpaqueId, ScreenId } from '#shared/ids.ts';
import {
  Incident,
  IncidentNote,
  IncidentNoteBody,
  Maintenance,
  MaintenanceBody,
  type IncidentView,
} from '#shared/incidents.ts';
import { problem } from '#shared/problem.ts';
import type { Said } from '#shared/said.ts';
import type { HallEngine } from '#core/ports.ts';
import { GivenInstant, Instant, iso, isoOrNull } from './instants.ts';
import { obey, route, type Route } from './route.ts';

const NoteAnswer = IncidentNote.extend({
  acknowledged: z.strictObject({ by: z.string(), at: Instant }).nullable(),
  comments: z.array(z.strictObject({ by: z.string(), at: Instant, text: z.string() })),
});
export const IncidentAnswer = Incident.extend({
  openedAt: Instant,
  updatedAt: Instant,
  closedAt: Instant.nullable(),
  note: NoteAnswer.nullable(),
});
const MaintenanceAnswer = Maintenance.extend({ from: Instant, until: Instant.nullable() });

export function incidentAnswer(incident: IncidentView): z.input<typeof IncidentAnswer> {
  const { note } = incident;
  return {
    ...incident,
    openedAt: iso(incident.openedAt),
    updatedAt: iso(incident.updatedAt),
    closedAt: isoOrNull(incident.closedAt),
    note:
      note === null
        ? null
        : {
            ...note,
            acknowledged: note.acknowledged === null ? null : { ...note.acknowledged, at: iso(note.acknowledged.at) },
            comments: note.comments.map((comment) => ({ ...comment, at: iso(comment.at) })),
          },
  };
}

/** An incident in one sentence; in English where it is kept in no other language. */
const told = ({ title, said }: Incident): Said => ({
  en: said?.['en'] ?? title,
  ru: said?.['ru'] ?? title,
  kk: said?.['kk'] ?? title,
});

const dayMs = 24 * 3_600_000;
const Query = z.strictObject({
  from: GivenInstant.optional(),
  to: GivenInstant.optional(),
  screen: ScreenId.optional(),
  open: z.enum(['true', 'false']).optional(),
});

/** Open ones from memory, the others from the telemetry; each once. */
async function find(engine: HallEngine, query: z.output<typeof Query>): Promise<readonly IncidentView[]> {
  const until = query.to ?? engine.now();
  const open = engine.incidents();
  const known = new Set<string>(open.map(({ id }) => id));
  const past =
    query.open === 'true'
      ? []
      : await engine.history.incidents({ from: query.from ?? until - 7 * dayMs, until, open: false });
  const { incidentNote } = engine.state();
  const ended = past
    .filter(({ id, closedAt }) => !known.has(id) && closedAt !== null)
    .map((incident) => ({ ...incident, note: incidentNote[incident.id] ?? null }));
  return [...open.filter(({ openedAt }) => openedAt <= until), ...ended].filter(
    ({ screens }) => query.screen === undefined || screens.includes(query.screen),
  );
}

export const incidentRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/incidents',
    summary: 'What is and was wrong, newest first; of the last week where nothing else is asked',
    needs: 'hall.see',
    query: Query,
    answer: { status: 200, schema: z.array(IncidentAnswer) },
    handle: async ({ query }, { engine }) => ({ status: 200, body: (await find(engine, query)).map(incidentAnswer) }),
  }),
  route({
    method: 'post',
    path: '/api/incidents/:id/notes',
    summary: 'Acknowledge an incident, assign it, or say something about it',
    needs: 'incident.note',
    params: z.strictObject({ id: OpaqueId }),
    body: IncidentNoteBody,
    answer: { status: 200, schema: z.strictObject({ incident: z.string() }) },
    async handle(asked, parts) {
      const { id } = asked.params;
      const { engine } = parts;
      const all = { from: 0, until: engine.now(), open: false };
      const isAsked = (incident: Incident): boolean => incident.id === id;
      const found = engine.incidents().find(isAsked) ?? (await engine.history.incidents(all)).find(isAsked);
      return found === undefined
        ? { problem: problem('not-found', no.noIncident(id)) }
        : obey(asked, parts, { type: 'incident.note', incident: id, told: told(found), body: asked.body });
    },
  }),
  route({
    method: 'get',
    path: '/api/maintenance',
    summary: 'Where somebody works, or will',
    needs: 'hall.see',
    answer: { status: 200, schema: z.array(MaintenanceAnswer) },
    handle(_asked, { engine }) {
      const now = engine.now();
      const windows = Object.values(engine.state().maintenance).filter(({ until }) => until === null || until > now);
      return {
        status: 200,
        body: windows.map((window): z.input<typeof MaintenanceAnswer> => ({
          ...window,
          from: iso(window.from),
          until: isoOrNull(window.until),
        })),
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/maintenance',
    summary: 'Work on screens: their troubles open no incident until it is ended',
    needs: 'maintenance.start',
    body: MaintenanceBody,
    answer: { status: 201, schema: z.strictObject({ maintenance: z.string(), until: Instant.nullable() }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'maintenance.start', body: asked.body }, 201),
  }),
  route({
    method: 'delete',
    path: '/api/maintenance/:id',
    summary: 'End a maintenance',
    needs: 'maintenance.end',
    params: z.strictObject({ id: OpaqueId }),
    answer: { status: 200, schema: z.strictObject({ maintenance: z.string() }) },
    handle: (asked, parts) => obey(asked, parts, { type: 'maintenance.end', maintenance: asked.params.id }),
  }),
];
