import { peopleRefusals as no } from '#shared/words/people-refusals.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { hallOf, type Change, type HallState, type Person } from '../state.ts';
import type { Deed } from '../words/deeds.ts';

type PeopleCommand = Extract<Command, { type: `person.${string}` }>;

/** Who there is and what they sign in with. The last admin always stays, and an admin is never limited to zones. */
export function people(state: HallState, command: PeopleCommand, context: StepContext): Outcome {
  switch (command.type) {
    case 'person.put':
      return saved(command.person, ['setUpPerson', command.person.name, command.person.role]);
    case 'person.add': {
      const person: Person = { ...command.person, id: `person-${context.id}` };
      const flaw = flawOf(state, person);
      if (flaw !== null) return refuse(flaw);
      return saved(person, ['addedPerson', person.name, person.role, person.zones]);
    }
    case 'person.edit': {
      const before = state.person[command.id];
      if (before === undefined) return nobody(command.id);
      const person: Person = { ...before, ...command.change };
      const staysAdmin = person.role === 'admin' && !person.disabled;
      const flaw = flawOf(state, person) ?? (staysAdmin ? null : lastAdmin(state, before));
      if (flaw !== null) return refuse(flaw);
      const barred = person.disabled ? 'off' : before.disabled ? 'on-again' : 'no';
      const { name, role, zones } = person;
      const outcome = saved(person, ['editedPerson', before.name, name, role, zones, barred]);
      return person.disabled
        ? { ...outcome, changes: [...outcome.changes, ...sessionsOf(state, person.id, null)] }
        : outcome;
    }
    case 'person.remove': {
      const person = state.person[command.id];
      if (person === undefined) return nobody(command.id);
      const last = lastAdmin(state, person);
      if (last !== null) return refuse(last);
      return {
        ok: true,
        changes: [{ kind: 'person', id: person.id, body: null }, ...sessionsOf(state, person.id, null)],
        answer: { person: person.id },
        deeds: [['removedPerson', person.name]],
      };
    }
    case 'person.secure': {
      const before = state.person[command.id];
      if (before === undefined) return nobody(command.id);
      const outcome = saved({ ...before, ...command.change }, ['securedPerson', before.name, whatOf(command.change)]);
      // Whoever came in by what is no longer true has to come in again.
      const { passwordHash, secondFactor } = command.change;
      const isNewDoor =
        passwordHash !== undefined ||
        (secondFactor !== undefined && (secondFactor === null) !== (before.secondFactor === null));
      const ended = isNewDoor ? sessionsOf(state, before.id, command.keep) : [];
      return { ...outcome, changes: [...outcome.changes, ...ended] };
    }
  }
}

function saved(person: Person, deed: Deed): Outcome & { readonly ok: true } {
  return {
    ok: true,
    changes: [{ kind: 'person', id: person.id, body: person }],
    answer: { person: person.id },
    deeds: [deed],
  };
}

const nobody = (id: string): Outcome => refuse(problem('not-found', no.nobody(id)));

function flawOf(state: HallState, person: Person): Problem | null {
  const name = person.name.toLowerCase();
  const same = Object.values(state.person).find((other) => other.id !== person.id && other.name.toLowerCase() === name);
  if (same !== undefined) return problem('conflict', no.nameTaken(same.name), [{ path: 'name', message: 'taken' }]);
  if (person.zones === null) return null;
  if (person.role === 'admin')
    return problem('invalid', no.adminHasAll(), [{ path: 'zones', message: 'not for an admin' }]);
  const known = new Set(hallOf(state).zones.map((zone) => zone.id));
  const unknown = person.zones.filter((zone) => !known.has(zone));
  return unknown.length === 0
    ? null
    : problem('not-found', no.noZone(unknown), [{ path: 'zones', message: `unknown: ${unknown.join(', ')}` }]);
}

function lastAdmin(state: HallState, person: Person): Problem | null {
  const admins = Object.values(state.person).filter(({ role, disabled }) => role === 'admin' && !disabled);
  return admins.length === 1 && admins[0]?.id === person.id ? problem('conflict', no.onlyAdmin(person.name)) : null;
}

function sessionsOf(state: HallState, person: string, keep: string | null): readonly Change[] {
  return Object.values(state.session)
    .filter((session) => session.person === person && session.id !== keep)
    .map((session) => ({ kind: 'session', id: session.id, body: null }));
}

function whatOf({ passwordHash, secondFactor, pinHash }: Extract<Command, { type: 'person.secure' }>['change']) {
  return [
    ...(passwordHash === undefined ? [] : (['password'] as const)),
    ...(secondFactor === undefined ? [] : (['secondFactor'] as const)),
    ...(pinHash === undefined ? [] : (['pin'] as const)),
  ];
}
