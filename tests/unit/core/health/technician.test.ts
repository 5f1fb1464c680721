import { describe, expect, it } from 'vitest';
import { applyChanges, type HallState } from '#core/state.ts';
import { step } from '#core/step.ts';
import type { Command } from '#core/command.ts';
import { asIs } from '#shared/said.ts';
import type { Role } from '#shared/facts.ts';
import { maintenanceAt } from '#core/view/maintenance.ts';
import { aState } from '../../../support/hall-state.ts';

const minute = 60_000;
const person = (role: Role) => ({ is: 'person', id: 'p', name: 'Aliya', role, zones: null, byPin: false }) as const;

/** The state after the commands, one a minute; the last outcome beside it. */
function after(commands: readonly Command[], role: Role = 'technician') {
  let state: HallState = aState({});
  let last: ReturnType<typeof step> | null = null;
  for (const [index, command] of commands.entries()) {
    const now = index * minute;
    const context = { now, at: now, id: `id-${index}`, actor: person(role), ready: new Set<string>() };
    last = step(state, `command-${index}`, command, context, () => []);
    if (last.ok && last.decision !== null) state = applyChanges(state, last.decision.changes, last.state.revision);
  }
  return { state, last };
}

const start: Command = {
  type: 'maintenance.start',
  body: { targets: ['panels'], holdFor: 10 * minute, reason: 'new glass' },
};

describe('maintenance', () => {
  it('covers the screens of its targets until it ends', () => {
    const { state } = after([start]);
    expect([...maintenanceAt(state, 5 * minute).keys()]).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(maintenanceAt(state, 10 * minute).size).toBe(0);
    const ended = after([start, { type: 'maintenance.end', maintenance: 'maintenance-id-0' }]).state;
    expect(maintenanceAt(ended, 5 * minute).size).toBe(0);
  });

  it('cannot be ended twice', () => {
    const end: Command = { type: 'maintenance.end', maintenance: 'maintenance-id-0' };
    expect(after([start, end, end]).last).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('belongs to technicians', () => {
    expect(after([start], 'operator').last).toMatchObject({ ok: false, problem: { code: 'not-allowed' } });
  });
});

describe('what people say of an incident', () => {
  const note = (body: Extract<Command, { type: 'incident.note' }>['body']): Command => ({
    type: 'incident.note',
    incident: 'incident-1',
    told: asIs('Screen 4 “Map”: Its player is silent.'),
    body,
  });

  it('is kept with who said it and when, and journaled', () => {
    const { state, last } = after([
      note({ acknowledge: true }),
      note({ assign: 'Serik', comment: 'The plug was out.' }),
      note({ acknowledge: true, comment: 'It is in again.' }),
    ]);
    expect(state.incidentNote['incident-1']).toEqual({
      id: 'incident-1',
      acknowledged: { by: 'Aliya', at: 0 },
      assignee: 'Serik',
      comments: [
        { by: 'Aliya', at: minute, text: 'The plug was out.' },
        { by: 'Aliya', at: 2 * minute, text: 'It is in again.' },
      ],
    });
    expect(last).toMatchObject({
      decision: {
        entry: { command: 'incident.note', summary: 'acknowledged, commented on incident incident-1' },
      },
    });
  });

  it('is refused to who may only look', () => {
    expect(after([note({ acknowledge: true })], 'viewer').last).toMatchObject({ ok: false });
  });
});
