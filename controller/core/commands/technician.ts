import { runRefusals as no } from '#shared/words/run-refusals.ts';
import type { IncidentNote } from '#shared/incidents.ts';
import { problem } from '#shared/problem.ts';
import { actorName, refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import type { HallState } from '../state.ts';
import { unknownTarget } from './subject.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

export function startMaintenance(state: HallState, { body }: Of<'maintenance.start'>, context: StepContext): Outcome {
  const unknown = unknownTarget(state, body.targets);
  if (unknown !== null) return unknown;
  const id = `maintenance-${context.id}`;
  const until = body.holdFor === undefined ? null : context.now + body.holdFor;
  const owner = actorName(context.actor);
  return {
    ok: true,
    changes: [
      {
        kind: 'maintenance',
        id,
        body: { id, targets: [...body.targets], from: context.now, until, reason: body.reason, owner },
      },
    ],
    answer: { maintenance: id, until: until === null ? null : new Date(until).toISOString() },
    deeds: [['startedMaintenance', body.targets]],
    reason: body.reason === '' ? null : body.reason,
  };
}

export function endMaintenance(
  state: HallState,
  { maintenance: id }: Of<'maintenance.end'>,
  { now }: StepContext,
): Outcome {
  const found = state.maintenance[id];
  if (found === undefined || (found.until !== null && found.until <= now))
    return refuse(problem('not-found', no.noMaintenance(id)));
  return {
    ok: true,
    changes: [{ kind: 'maintenance', id, body: { ...found, until: now } }],
    answer: { maintenance: id },
    deeds: [['endedMaintenance', found.targets]],
  };
}

const mostComments = 200;
/** Notes on incidents that were last touched longer ago than this go with the next one. */
const keptMs = 400 * 24 * 3_600_000;

export function noteIncident(
  state: HallState,
  { incident, told, body }: Of<'incident.note'>,
  context: StepContext,
): Outcome {
  const by = actorName(context.actor);
  const at = context.now;
  const before: IncidentNote = state.incidentNote[incident] ?? {
    id: incident,
    acknowledged: null,
    assignee: null,
    comments: [],
  };
  if (body.comment !== undefined && before.comments.length >= mostComments)
    return refuse(problem('too-large', no.tooManyComments(mostComments)));
  const note: IncidentNote = {
    ...before,
    ...(body.acknowledge === undefined
      ? {}
      : { acknowledged: body.acknowledge ? (before.acknowledged ?? { by, at }) : null }),
    ...(body.assign === undefined ? {} : { assignee: body.assign }),
    ...(body.comment === undefined ? {} : { comments: [...before.comments, { by, at, text: body.comment }] }),
  };
  const acts = [
    ...(body.acknowledge === undefined ? [] : ([body.acknowledge ? 'acknowledged' : 'unacknowledged'] as const)),
    ...(body.assign === null ? (['unassigned'] as const) : []),
    ...(body.comment === undefined ? [] : (['commented'] as const)),
  ];
  const old = Object.values(state.incidentNote).filter((other) => other.id !== incident && newest(other) < at - keptMs);
  return {
    ok: true,
    changes: [
      { kind: 'incidentNote', id: incident, body: note },
      ...old.map(({ id }) => ({ kind: 'incidentNote', id, body: null }) as const),
    ],
    answer: { incident },
    deeds: [['notedIncident', acts, body.assign ?? null, incident, told]],
  };
}

function newest({ acknowledged, comments }: IncidentNote): number {
  return Math.max(acknowledged?.at ?? 0, comments.at(-1)?.at ?? 0);
}
