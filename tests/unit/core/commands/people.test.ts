import { describe, expect, it } from 'vitest';
import type { Command } from '#core/command.ts';
import { people } from '#core/commands/people.ts';
import { tell } from '#core/words/deeds.ts';
import { applyChanges, type HallState, type Person } from '#core/state.ts';
import { aState } from '../../../support/hall-state.ts';

const person = (id: string, change: Partial<Person> = {}): Person => ({
  id,
  name: id,
  role: 'operator',
  zones: null,
  passwordHash: 'old',
  secondFactor: null,
  pinHash: null,
  disabled: false,
  ...change,
});
const session = (id: string, of: string) =>
  ({
    kind: 'session',
    id,
    body: { id, person: of, createdAt: 0, expiresAt: 9, tablet: null, browser: '', address: '' },
  }) as const;

const state: HallState = applyChanges(
  aState({}),
  [
    { kind: 'person', id: 'boss', body: person('boss', { role: 'admin' }) },
    { kind: 'person', id: 'aliya', body: person('aliya') },
    session('s1', 'aliya'),
    session('s2', 'aliya'),
    session('s3', 'boss'),
  ],
  1,
);

function decide(command: Extract<Command, { type: `person.${string}` }>, from = state) {
  const context = { now: 0, at: 0, id: 'fresh', actor: { is: 'hall' }, ready: new Set<string>() } as const;
  const outcome = people(from, command, context);
  return outcome.ok
    ? {
        state: applyChanges(from, outcome.changes, from.revision + 1),
        refused: null,
        summary: tell(outcome.deeds)?.en ?? '',
      }
    : { state: from, refused: outcome.problem.code, summary: '' };
}

describe('people', () => {
  it('are added with a name of their own, whatever its case', () => {
    const { id: _, ...nurlan } = person('Nurlan');
    const added = decide({ type: 'person.add', person: nurlan });
    expect(added.state.person['person-fresh']).toMatchObject({ name: 'Nurlan', role: 'operator' });
    expect(decide({ type: 'person.add', person: { ...nurlan, name: 'ALIYA' } }).refused).toBe('conflict');
  });

  it('are limited to zones that there are, and admins to none', () => {
    const zoned = (zones: string[], role: Person['role'] = 'operator') =>
      decide({ type: 'person.edit', id: 'aliya', change: { zones, role } });
    expect(zoned(['left'])).toMatchObject({ refused: null, summary: 'changed aliya: aliya is operator within left' });
    expect(zoned(['cellar']).refused).toBe('not-found');
    expect(zoned(['left'], 'admin').refused).toBe('invalid');
  });

  it('always include an admin', () => {
    expect(decide({ type: 'person.remove', id: 'boss' }).refused).toBe('conflict');
    expect(decide({ type: 'person.edit', id: 'boss', change: { role: 'viewer' } }).refused).toBe('conflict');
    const two = decide({ type: 'person.edit', id: 'aliya', change: { role: 'admin' } }).state;
    expect(decide({ type: 'person.remove', id: 'boss' }, two).refused).toBeNull();
    expect(decide({ type: 'person.edit', id: 'boss', change: { name: 'Chief' } }).refused).toBeNull();
  });

  it('can be switched off, with their sessions, and on again; but never the last admin who is on', () => {
    const off = decide({ type: 'person.edit', id: 'aliya', change: { disabled: true } });
    expect(Object.keys(off.state.session)).toEqual(['s3']);
    expect(off.summary).toBe('changed aliya: aliya is operator, and is not let in');
    const on = decide({ type: 'person.edit', id: 'aliya', change: { disabled: false } }, off.state);
    expect(on.summary).toBe('changed aliya: aliya is operator, and is let in again');
    expect(decide({ type: 'person.edit', id: 'boss', change: { disabled: true } }).refused).toBe('conflict');
    // An admin who is switched off is no help.
    const second = decide({ type: 'person.edit', id: 'aliya', change: { role: 'admin' } }, off.state).state;
    expect(decide({ type: 'person.remove', id: 'boss' }, second).refused).toBe('conflict');
  });

  it('are gone with their sessions', () => {
    const { state: after } = decide({ type: 'person.remove', id: 'aliya' });
    expect(after.person['aliya']).toBeUndefined();
    expect(Object.keys(after.session)).toEqual(['s3']);
  });

  it('keep one session alone with a new password, and all of them with a new PIN', () => {
    const secure = (change: Partial<Person>) =>
      Object.keys(decide({ type: 'person.secure', id: 'aliya', change, keep: 's2' }).state.session);
    expect(secure({ passwordHash: 'new' })).toEqual(['s2', 's3']);
    expect(secure({ secondFactor: { secret: 'A', recoveryHashes: [] } })).toEqual(['s2', 's3']);
    expect(secure({ pinHash: 'new' })).toEqual(['s1', 's2', 's3']);
  });

  it.each(['nobody', 'constructor', '__proto__', 'toString'])('are not found under %s', (id) => {
    expect(decide({ type: 'person.remove', id }).refused).toBe('not-found');
    expect(decide({ type: 'person.edit', id, change: { name: 'x' } }).refused).toBe('not-found');
  });

  it('leave no hash in the journal', () => {
    const { summary } = decide({
      type: 'person.secure',
      id: 'aliya',
      change: { passwordHash: '$argon2id$x' },
      keep: null,
    });
    expect(summary).toBe('changed the password of aliya');
  });
});
