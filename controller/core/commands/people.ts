import { problem, type Problem } from '#shared/problem.ts';
import { refuse, type Command, type Outcome, type StepContext } from '../command.ts';
import { hallOf, type Change, type HallState, type Person } from '../state.ts';

type PeopleCommand = Extract<Command, { type: `person.${string}` }>;

/** Who there is and what they sign in with. The last admin always stays, and an admin is never limited to zones. */
export function people(state: HallState, command: PeopleCommand, context: StepContext): Outcome {
  switch (command.type) {
    case 'person.put':
      return saved(command.person, `set up ${command.person.name} as ${command.person.role}`);
    case 'person.add': {
      const person: Person = { ...command.person, id: `person-${context.id}` };
      const flaw = flawOf(state, person);
      if (flaw !== null) return refuse(flaw);
      return saved(person, `added ${person.name} as ${person.role}${within(person)}`);
    }
    case 'person.edit': {
      const before = state.person[command.id];
      if (before === undefined) return nobody(command.id);
      const person: Person = { ...before, ...command.change };
      const staysAdmin = person.role === 'admin' && !person.disabled;
      const flaw = flawOf(state, person) ?? (staysAdmin ? null : lastAdmin(state, before));
      if (flaw !== null) return refuse(flaw);
      const barred = person.disabled ? ', and is not let in' : before.disabled ? ', and is let in again' : '';
      const outcome = saved(
        person,
        `changed ${before.name}: ${person.name} is ${person.role}${within(person)}${barred}`,
      );
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
        summary: `removed ${person.name}`,
      };
    }
    case 'person.secure': {
      const before = state.person[command.id];
      if (before === undefined) return nobody(command.id);
      const outcome = saved({ ...before, ...command.change }, `changed ${whatOf(command.change)} of ${before.name}`);
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

function saved(person: Person, summary: string): Outcome & { readonly ok: true } {
  return {
    ok: true,
    changes: [{ kind: 'person', id: person.id, body: person }],
    answer: { person: person.id },
    summary,
  };
}

const nobody = (id: string): Outcome => refuse(problem('not-found', `Nobody here has the id ${id}.`));

const within = ({ zones }: Person): string => (zones === null ? '' : ` within ${zones.join(', ')}`);

function flawOf(state: HallState, person: Person): Problem | null {
  const name = person.name.toLowerCase();
  const same = Object.values(state.person).find((other) => other.id !== person.id && other.name.toLowerCase() === name);
  if (same !== undefined)
    return problem('conflict', `There is already somebody called ${same.name}.`, [{ path: 'name', message: 'taken' }]);
  if (person.zones === null) return null;
  if (person.role === 'admin')
    return problem('invalid', 'An admin has the whole hall: give them another role, or no zones.', [
      { path: 'zones', message: 'not for an admin' },
    ]);
  const known = new Set(hallOf(state).zones.map((zone) => zone.id));
  const unknown = person.zones.filter((zone) => !known.has(zone));
  return unknown.length === 0
    ? null
    : problem('not-found', `The hall has no zone called ${unknown.join(', ')}.`, [
        { path: 'zones', message: `unknown: ${unknown.join(', ')}` },
      ]);
}

function lastAdmin(state: HallState, person: Person): Problem | null {
  const admins = Object.values(state.person).filter(({ role, disabled }) => role === 'admin' && !disabled);
  return admins.length === 1 && admins[0]?.id === person.id
    ? problem('conflict', `${person.name} is the only admin. Make somebody else admin first.`)
    : null;
}

function sessionsOf(state: HallState, person: string, keep: string | null): readonly Change[] {
  return Object.values(state.session)
    .filter((session) => session.person === person && session.id !== keep)
    .map((session) => ({ kind: 'session', id: session.id, body: null }));
}

function whatOf(change: Extract<Command, { type: 'person.secure' }>['change']): string {
  const words: string[] = [];
  if (change.passwordHash !== undefined) words.push('the password');
  if (change.secondFactor !== undefined) words.push('the second factor');
  if (change.pinHash !== undefined) words.push('the PIN');
  return words.join(' and ');
}
