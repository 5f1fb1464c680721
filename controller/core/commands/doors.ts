import type { Doors } from '#shared/desk.ts';
import { actorName, type Command, type Outcome, type StepContext } from '../command.ts';
import { hoursAt } from '../schedule/doors.ts';
import { hallOf, type HallState } from '../state.ts';

/** Opens or closes the hall by hand until the hours would do the same; where they do already, they hold again. */
export function setDoors(
  state: HallState,
  { body: { is } }: Extract<Command, { type: 'doors.set' }>,
  context: StepContext,
): Outcome {
  const days = new Map(Object.values(state.day).map((day) => [day.date, day]));
  const hours = hoursAt(hallOf(state), days, context.at);
  const doors: Doors = {
    id: 'doors',
    is,
    from: context.at,
    until: hours.until,
    by: actorName(context.actor),
  };
  const byHours = hours.is === is;
  if (byHours && state.doors['doors'] === undefined)
    return { ok: true, changes: [], answer: { is, by: 'hours' }, deeds: [] };
  return {
    ok: true,
    changes: [{ kind: 'doors', id: 'doors', body: byHours ? null : doors }],
    answer: { is, by: byHours ? 'hours' : 'hand', at: new Date(context.at).toISOString() },
    deeds: [['setDoors', is]],
  };
}
